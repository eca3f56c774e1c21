import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from './correspondence/words';
import type { SmtpSettings } from './mail/mailer';
import type { WebhookSettings } from './reminders/channels/webhook';
import { ALWAYS, weekIn, type Week } from './reminders/working-hours';

/** What is wrong with the configuration, in one line for the administrator. */
export class ConfigurationError extends Error {}

const timeZoneExists = (timeZone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
};

const address = (error: string) => z.url({ protocol: /^https?$/, error }).transform((url) => url.replace(/\/+$/, ''));

/** Long enough that guessing it is hopeless, and that the log can be searched for it. */
const secret = (leastLength: number) => z.string().min(leastLength, `give at least ${leastLength} characters`);

const schema = z.object({
  TWENTY_API_URL: address('give the address of your Twenty, such as https://crm.example.com'),
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
  ESCALATE_AFTER: z.coerce
    .number({ error: 'give after how many reminders the head is told, such as 4' })
    .int('give a whole number')
    .min(1, 'give at least 1')
    .default(4),
  WORKING_HOURS: z
    .string()
    .transform((text, context) => {
      const week = weekIn(text);
      if (week === null) context.addIssue('give days and hours such as Mo-Fr 09:00-18:00 or Mo-Fr 09:00-18:00; Sa 10:00-14:00');
      return week ?? ALWAYS;
    })
    .default(ALWAYS),
  OFFICE_TIME_ZONE: z.string().refine(timeZoneExists, 'give a time zone such as Europe/Moscow').default('UTC'),
  OFFICE_LANGUAGE: z.enum(['ru', 'en'], { error: 'give ru or en' }).default('ru'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'give one of fatal, error, warn, info, debug, trace, silent' })
    .default('info'),
  API_OPERATIONS_A_MINUTE: z.coerce
    .number({ error: 'give the API operations a minute that your Twenty allows, such as 100' })
    .int('give a whole number')
    .min(80, 'give at least 80: the workers need up to 70 when idle')
    .default(100),
  HTTP_PORT: z.coerce
    .number({ error: 'give a port, such as 3001; 0 for any that is free' })
    .int('give a whole number')
    .min(0, 'give a port from 0 to 65535')
    .max(65_535, 'give a port from 0 to 65535')
    .optional(),
  HTTP_HOST: z.union([z.ipv4(), z.ipv6(), z.literal('localhost')], 'give an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all').default('127.0.0.1'),
  PUBLIC_URL: address('give the address at which people reach the workers, such as https://desk.example.com').optional(),
  METRICS_TOKEN: secret(16).optional(),
  BOARD_USER: z.string().regex(/^[^:]+$/, 'give a name without a colon').default('admin'),
  BOARD_PASSWORD: secret(12).optional(),
  TWENTY_WEBHOOK_SECRET: secret(12).optional(),
  TWENTY_URL: address('give the address at which people open Twenty, such as https://crm.example.com').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'give the address of the mail server, such as smtps://user:password@mail.example.com' }).optional(),
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: z.coerce.number({ error: 'give a port, such as 587' }).int('give a whole number').min(1, 'give a port from 1 to 65535').max(65_535, 'give a port from 1 to 65535').default(587),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_FROM: z.string().regex(/^([^<>\r\n]+<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, 'give the sender, such as Legal Desk <desk@example.com>').optional(),
  WEBHOOK_URL: address('give the address of the messenger’s webhook, such as https://chat.example.com/hooks/abc').optional(),
  WEBHOOK_SECRET: secret(12).optional(),
})
  .refine((read) => !(read.SMTP_URL ?? read.SMTP_HOST) || read.SMTP_FROM, { path: ['SMTP_FROM'], error: 'give the sender of the mails, such as Legal Desk <desk@example.com>' })
  .refine((read) => !(read.SMTP_URL && read.SMTP_HOST), { path: ['SMTP_HOST'], error: 'given twice, by itself and by SMTP_URL; give one' })
  .refine((read) => !read.WEBHOOK_URL || read.WEBHOOK_SECRET, { path: ['WEBHOOK_SECRET'], error: 'give a secret by which the receiver knows that a webhook is ours' });

type Name = keyof z.output<typeof schema>;

/** Values that no log may show. */
const SECRETS: readonly Name[] = ['TWENTY_API_KEY', 'METRICS_TOKEN', 'BOARD_PASSWORD', 'TWENTY_WEBHOOK_SECRET', 'SMTP_PASSWORD', 'WEBHOOK_URL', 'WEBHOOK_SECRET'];
/** Addresses whose password no log may show. */
const ADDRESSES_WITH_SECRETS: readonly Name[] = ['REDIS_URL', 'SMTP_URL'];

export type HttpConfiguration = {
  /** null: the usual port, or none at all if it is taken. */
  port: number | null;
  host: string;
  metricsToken: string | null;
  board: { user: string; password: string } | null;
  webhookSecret: string | null;
};

export type Configuration = {
  apiUrl: string;
  apiKey: string;
  redisUrl: string;
  reminderIntervalMs: number;
  /** How many firings are in vain before the head is told. */
  escalateAfter: number;
  workingHours: Week;
  timeZone: string;
  language: Language;
  logLevel: z.infer<typeof schema>['LOG_LEVEL'];
  operationsAMinute: number;
  http: HttpConfiguration;
  /** Where people reach the workers' own address, if they do. */
  publicUrl: string | null;
  /** Where people open Twenty: what the links in mails lead to. */
  twentyUrl: string;
  smtp: SmtpSettings | null;
  webhook: WebhookSettings | null;
  secrets: string[];
};

type Environment = Record<string, string | undefined>;

/** Any setting may lie in a file, named by the setting with `_FILE`, as Docker and Kubernetes hand secrets in. */
const withFiles = (environment: Environment): Environment => {
  const read = Object.keys(schema.shape).flatMap((name) => {
    const file = environment[`${name}_FILE`]?.trim();
    if (!file) return [];
    if (environment[name]?.trim()) throw new ConfigurationError(`${name}: given twice, by itself and by ${name}_FILE; give one`);
    try {
      return [[name, readFileSync(file, 'utf8').trim()]];
    } catch (error) {
      throw new ConfigurationError(`${name}_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
    }
  });
  return { ...environment, ...Object.fromEntries(read) };
};

const secretsIn = (read: z.output<typeof schema>): string[] => [
  ...SECRETS.flatMap((name) => read[name] ?? []).map(String),
  ...ADDRESSES_WITH_SECRETS.flatMap((name) => read[name] ?? []).flatMap((url) => {
    const { password } = new URL(String(url));
    return password ? [password, decodeURIComponent(password)] : [];
  }),
];

export const readConfiguration = (environment: Environment): Configuration => {
  // A variable set to nothing (as in an unedited .env file) means the same as one that is not set.
  const given = Object.fromEntries(Object.entries(withFiles(environment)).filter(([, value]) => value?.trim()));
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
    escalateAfter: read.ESCALATE_AFTER,
    workingHours: read.WORKING_HOURS,
    timeZone: read.OFFICE_TIME_ZONE,
    language: read.OFFICE_LANGUAGE,
    logLevel: read.LOG_LEVEL,
    operationsAMinute: read.API_OPERATIONS_A_MINUTE,
    http: {
      port: read.HTTP_PORT ?? null,
      host: read.HTTP_HOST,
      metricsToken: read.METRICS_TOKEN ?? null,
      board: read.BOARD_PASSWORD ? { user: read.BOARD_USER, password: read.BOARD_PASSWORD } : null,
      webhookSecret: read.TWENTY_WEBHOOK_SECRET ?? null,
    },
    publicUrl: read.PUBLIC_URL ?? null,
    twentyUrl: read.TWENTY_URL ?? read.TWENTY_API_URL,
    smtp:
      read.SMTP_URL || read.SMTP_HOST
        ? {
            url: read.SMTP_URL ?? null, host: read.SMTP_HOST ?? null, port: read.SMTP_PORT, user: read.SMTP_USER ?? null, password: read.SMTP_PASSWORD ?? null,
            from: read.SMTP_FROM ?? '',
          }
        : null,
    webhook: read.WEBHOOK_URL ? { url: read.WEBHOOK_URL, secret: read.WEBHOOK_SECRET ?? '' } : null,
    secrets: secretsIn(read),
  };
};

/** One Redis may serve several offices: each Twenty has keys of its own. */
export const redisPrefix = ({ apiUrl }: Pick<Configuration, 'apiUrl'>): string => `legal-desk:${new URL(apiUrl).host}`;
