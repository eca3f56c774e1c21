import { z } from 'zod';
import type { Language } from './correspondence/words';

/** What is wrong with the configuration, in one line for the administrator. */
export class ConfigurationError extends Error {}

const timeZoneExists = (timeZone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
};

const schema = z.object({
  TWENTY_API_URL: z
    .url({ protocol: /^https?$/, error: 'give the address of your Twenty, such as https://crm.example.com' })
    .transform((url) => url.replace(/\/+$/, '')),
  TWENTY_API_KEY: z
    .string({ error: 'create a key in Twenty under Settings → APIs and give it here' })
    .regex(/^[\x21-\x7e]+$/, 'give the API key as Twenty showed it, without spaces'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'give the address of a Redis, such as redis://127.0.0.1:6379' })
    .default('redis://127.0.0.1:6379'),
  REMINDER_INTERVAL_MINUTES: z.coerce
    .number({ error: 'give a number of minutes, such as 30 or 0.5' })
    .positive('give a number of minutes greater than 0')
    .max(525_600, 'give a number of minutes, at most a year')
    .default(30),
  OFFICE_TIME_ZONE: z.string().refine(timeZoneExists, 'give a time zone such as Europe/Moscow').default('UTC'),
  OFFICE_LANGUAGE: z.enum(['ru', 'en'], { error: 'give ru or en' }).default('ru'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'give one of fatal, error, warn, info, debug, trace, silent' })
    .default('info'),
  API_OPERATIONS_A_MINUTE: z.coerce
    .number({ error: 'give the API operations a minute that your Twenty allows, such as 100' })
    .int('give a whole number')
    .min(70, 'give at least 70: the workers need 55 when idle')
    .default(100),
});

export type Configuration = {
  apiUrl: string;
  apiKey: string;
  redisUrl: string;
  reminderIntervalMs: number;
  timeZone: string;
  language: Language;
  logLevel: z.infer<typeof schema>['LOG_LEVEL'];
  operationsAMinute: number;
};

export const readConfiguration = (environment: Record<string, string | undefined>): Configuration => {
  // A variable set to nothing (as in an unedited .env file) means the same as one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  if (!result.success) {
    const [{ path, message }] = result.error.issues;
    throw new ConfigurationError(`${String(path[0])}: ${message}`);
  }
  const read = result.data;
  return {
    apiUrl: read.TWENTY_API_URL,
    apiKey: read.TWENTY_API_KEY,
    redisUrl: read.REDIS_URL,
    reminderIntervalMs: read.REMINDER_INTERVAL_MINUTES * 60_000,
    timeZone: read.OFFICE_TIME_ZONE,
    language: read.OFFICE_LANGUAGE,
    logLevel: read.LOG_LEVEL,
    operationsAMinute: read.API_OPERATIONS_A_MINUTE,
  };
};

/** One Redis may serve several offices: each Twenty has keys of its own. */
export const redisPrefix = ({ apiUrl }: Pick<Configuration, 'apiUrl'>): string => `legal-desk:${new URL(apiUrl).host}`;
