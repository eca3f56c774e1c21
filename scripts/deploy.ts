/** `npm run deploy`: installs or upgrades the app on a Twenty server, with the SDK that the server's version needs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { requiredServerFor, sdkFor, stageApp, twenty } from './app';

const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const settings = z
  .object({
    TWENTY_API_URL: z.url('TWENTY_API_URL: set it to the address of the Twenty server, such as https://crm.example.com'),
    TWENTY_API_KEY: z.string('TWENTY_API_KEY: set it to an API key with the Admin role (Settings → APIs & Webhooks)').min(1),
    OFFICE_LANGUAGE: z.enum(['en', 'ru'], 'OFFICE_LANGUAGE: give en or ru').default('en'),
  })
  .safeParse(process.env);

const serverVersion = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/client-config`).catch((error: Error) =>
    fail(`TWENTY_API_URL: ${url} does not answer (${error.cause instanceof Error ? error.cause.message : error.message}); is the server running?`),
  );
  const config = z.object({ appVersion: z.string().nullish() }).safeParse(await answer.json().catch(() => null));
  if (!config.success) return fail(`TWENTY_API_URL: ${url} answers, but not as a Twenty server`);
  return (
    config.data.appVersion ??
    process.env.TWENTY_VERSION ??
    fail(`${url} does not tell its version: set APP_VERSION, such as 2.21.0, in the server's environment, or TWENTY_VERSION in this one`)
  );
};

const deploy = async ({ TWENTY_API_URL, TWENTY_API_KEY, OFFICE_LANGUAGE: language }: { TWENTY_API_URL: string; TWENTY_API_KEY: string; OFFICE_LANGUAGE: 'en' | 'ru' }) => {
  const url = TWENTY_API_URL.replace(/\/+$/, '');
  const version = await serverVersion(url);
  const sdk = sdkFor(version);
  console.log(`${url} runs Twenty ${version}: deploying with ${sdk === 'twenty-sdk' ? 'the SDK for servers before 2.40' : 'the current SDK'}`);

  // The SDK reads its server and key from a file in the home folder: it gets one of its own, removed afterwards.
  const home = mkdtempSync(join(tmpdir(), 'legal-desk-deploy-'));
  try {
    mkdirSync(join(home, '.twenty'), { recursive: true });
    writeFileSync(
      join(home, '.twenty/config.json'),
      JSON.stringify({ version: 1, remotes: { target: { apiUrl: url, apiKey: TWENTY_API_KEY } }, defaultRemote: 'target' }),
      { mode: 0o600 },
    );
    const app = await stageApp(sdk, { requiredServer: requiredServerFor(version), language });
    const run = (step: string, ...args: string[]) => {
      console.log(`${step}…`);
      return twenty(app, [...args, '-r', 'target', app], { HOME: home });
    };
    // Published and installed, not applied in place: only a published app keeps its translations on the server.
    await run('Building and publishing to the server', 'app:publish', '--private');
    const isNew = await run('Installing', 'app:install').then(
      () => true,
      (error: Error) => {
        if (!/is already installed in this workspace/.test(error.message)) throw error;
        return false;
      },
    );
    if (!isNew) {
      console.log('This version of Legal Desk is installed there already. To deploy a changed app, raise "version" in package.json first.');
      return;
    }
    console.log('Legal Desk is installed. Give people its roles under Settings → Members → Roles, and start the workers.');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

if (!settings.success) fail(settings.error.issues[0]!.message);
else await deploy(settings.data).catch((error: Error) => fail(error.message));
