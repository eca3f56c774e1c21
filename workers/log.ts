import { pino, type DestinationStream, type Logger } from 'pino';
import type { Configuration } from './configuration';
import { jobContext } from './job-context';

const REDACTED = '[redacted]';
const NAMES = ['authorization', 'cookie', 'password', 'secret', 'apiKey', 'token', 'feedKey'];

/** Whatever a line of the log is made of, a secret of the configuration is not in it. */
export const without = (secrets: string[]) => {
  // As JSON and as an address would write it, too; the longest first, so that none leaves a rest of another.
  const written = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  const all = [...new Set(written)].sort((a, b) => b.length - a.length);
  return (line: string): string => all.reduce((text, secret) => text.replaceAll(secret, REDACTED), line);
};

export const loggerOf = ({ logLevel, secrets }: Pick<Configuration, 'logLevel' | 'secrets'>, destination?: DestinationStream): Logger =>
  pino(
    {
      level: logLevel,
      base: undefined,
      redact: { paths: NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: REDACTED },
      mixin: () => ({ ...jobContext.getStore()?.name }),
      hooks: { streamWrite: without(secrets) },
    },
    destination ?? pino.destination(1),
  );
