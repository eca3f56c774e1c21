import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * The secret in the address of somebody's calendar. It begins with whose it is, so that a key copied into one's own settings opens
 * nothing; the rest is random. Only its fingerprint is kept, and that is no use to whoever reads it.
 *
 * Not by the browser's own SHA-256, which it has on HTTPS pages only.
 */

const RANDOM_BYTES = 32;
const FORM = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([0-9a-f]{64})$/;

export const newFeedSecret = (ownerId: string): string => ownerId.replaceAll('-', '') + bytesToHex(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));

/** Whose calendar it opens if it opens any; null for what is no such secret. */
export const ownerOfFeedSecret = (secret: string): string | null => {
  const parts = FORM.exec(secret);
  return parts ? parts.slice(1, 6).join('-') : null;
};

export const feedKeyOf = (secret: string): string => bytesToHex(sha256(new TextEncoder().encode(secret)));
