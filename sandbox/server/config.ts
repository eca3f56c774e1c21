import { randomBytes } from 'node:crypto';

export type Config = {
  port: number;
  apiKey: string;
  apiKeyIsGenerated: boolean;
  dataFolder: string | undefined;
  databaseUrl: string | undefined;
  operationsPerMinute: number;
  isEmpty: boolean;
};

export class ConfigError extends Error {}

type Environment = Record<string, string | undefined>;

const wholeNumber = (environment: Environment, name: string, fallback: number, max: number): number => {
  const text = environment[name]?.trim();
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new ConfigError(`${name} must be a whole number from 0 to ${max}, not "${text}"`);
  }
  return value;
};

/** Reads the settings; what is wrong with one is said in one line that names it. */
export const readConfig = (environment: Environment, args: string[]): Config => {
  const unknown = args.find((arg) => arg !== '--empty');
  if (unknown !== undefined) throw new ConfigError(`Unknown option ${unknown}; the only one is --empty`);
  const databaseUrl = environment.DATABASE_URL?.trim() || undefined;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigError('DATABASE_URL must be an address such as postgres://user:password@host:5432/database');
  }
  const dataFolder = environment.SANDBOX_DATA?.trim() || undefined;
  if (databaseUrl && dataFolder) throw new ConfigError('SANDBOX_DATA and DATABASE_URL exclude each other; unset one');
  const apiKey = environment.TWENTY_API_KEY?.trim();
  return {
    port: wholeNumber(environment, 'PORT', 3000, 65_535),
    apiKey: apiKey || randomBytes(24).toString('base64url'),
    apiKeyIsGenerated: !apiKey,
    dataFolder,
    databaseUrl,
    operationsPerMinute: wholeNumber(environment, 'API_RATE_LIMITING_LONG_LIMIT', 100, 1_000_000_000),
    isEmpty: args.includes('--empty'),
  };
};
