import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { redisPrefix, type Configuration } from '../configuration';
import type { Signature } from './registers';

/** Kept in Redis: it only tells who wrote last, and where nobody knows, all is read again. */
export const signatureIn = (redis: Pick<Redis, 'get' | 'set'>, configuration: Configuration, own: string = randomUUID()): Signature => {
  const key = `${redisPrefix(configuration)}:registers`;
  return {
    own,
    last: () => redis.get(key),
    sign: async () => {
      await redis.set(key, own);
    },
  };
};
