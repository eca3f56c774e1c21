import { createHmac } from 'node:crypto';
import type { Outcome } from '../../mail/mailer';

export type WebhookSettings = { url: string; secret: string };

const TIMEOUT_MS = 10_000;

/** Signed as Twenty signs its own webhooks: HMAC-SHA256, in hex, of the time of sending and the body. */
export const signatureOf = (secret: string, timestamp: string, body: string): string => createHmac('sha256', secret).update(`${timestamp}:${body}`).digest('hex');

/** The door to the messenger, or to whatever hands on to one. */
export class Webhook {
  constructor(private readonly settings: WebhookSettings) {}

  /** @param key the same at every attempt, so that the receiver can tell a repetition */
  async send({ key, payload }: { key: string; payload: object }): Promise<Outcome> {
    const body = JSON.stringify(payload);
    const timestamp = String(Date.now());
    try {
      const response = await fetch(this.settings.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          'x-legal-desk-timestamp': timestamp,
          'x-legal-desk-signature': signatureOf(this.settings.secret, timestamp, body),
        },
        body,
        // Another address than the one that was set up must not be told who waits for what.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.ok) return { state: 'SENT' };
      return { state: 'FAILED', error: `HTTP ${response.status}`, isDown: response.status >= 500 || response.status === 429 };
    } catch (error) {
      const { cause, message } = error as Error & { cause?: Error & { code?: string } };
      return { state: 'FAILED', error: cause?.code ?? cause?.message ?? message, isDown: true };
    }
  }
}
