/**
 * Writes the demo office into a real Twenty that has the app: `TWENTY_API_URL`, `TWENTY_API_KEY` of an administrator, `DEMO_LANGUAGE`.
 * For a server to look at, not for one in use. Those of the firm's people who are members there are found by what is before the @
 * of their e-mail (lawyer@…, head@…); they take the parts of the others too.
 */
import pino from 'pino';
import { z } from 'zod';
import { DEMO_LANGUAGE } from '../demo/staff';
import { seedOffice } from '../demo/office';
import { Budget } from '../workers/twenty/budget';
import { TwentyClient } from '../workers/twenty/client';

const { TWENTY_API_URL: url, TWENTY_API_KEY: key, OFFICE_TIME_ZONE: timeZone = 'UTC' } = process.env;
if (!url || !key) {
  console.error('Set TWENTY_API_URL and TWENTY_API_KEY, an API key with the Admin role');
  process.exit(1);
}

// Twenty's default limit; the client waits where it is reached.
const client = new TwentyClient(url.replace(/\/+$/, ''), key, new Budget(100), pino({ level: 'warn' }));
const api = (document: string, variables?: Record<string, unknown>) => {
  const operations = variables ? 1 : document.split('(first:').length - 1;
  return client.records({ document, variables, schema: z.unknown(), operations, priority: 'letters' });
};

console.log(`Writing the demo office into ${url}…`);
try {
  await seedOffice(api, { language: DEMO_LANGUAGE, timeZone, now: new Date() });
  console.log('Done.');
} catch (error) {
  console.error(`The demo firm is not there, or not whole: ${(error as Error).message}. Mend this and run it again.`);
  process.exit(1);
}
