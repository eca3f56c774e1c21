import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares without telling by the time it takes how much of it was right. */
export const isSame = (given: string, wanted: string): boolean => {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a, b);
};

export const hasToken = (authorization: string | undefined, token: string): boolean => isSame(authorization ?? '', `Bearer ${token}`);

export const hasPassword = (authorization: string | undefined, { user, password }: { user: string; password: string }): boolean =>
  isSame(authorization ?? '', `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`);
