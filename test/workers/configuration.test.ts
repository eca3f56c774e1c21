import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, readConfiguration } from '../../workers/configuration';
import { startTypeScript } from './office';

const SOUND = { TWENTY_API_URL: 'http://localhost:3000/', TWENTY_API_KEY: 'key' };

it.each([
  ['TWENTY_API_URL', { TWENTY_API_KEY: 'key' }],
  ['TWENTY_API_URL', { ...SOUND, TWENTY_API_URL: 'crm.example.com' }],
  ['TWENTY_API_KEY', { ...SOUND, TWENTY_API_KEY: '' }],
  ['TWENTY_API_KEY', { ...SOUND, TWENTY_API_KEY: 'two words' }],
  ['REDIS_URL', { ...SOUND, REDIS_URL: 'localhost' }],
  ['REMINDER_INTERVAL_MINUTES', { ...SOUND, REMINDER_INTERVAL_MINUTES: '0' }],
  ['REMINDER_INTERVAL_MINUTES', { ...SOUND, REMINDER_INTERVAL_MINUTES: 'half an hour' }],
  ['ESCALATE_AFTER', { ...SOUND, ESCALATE_AFTER: '0' }],
  ['WORKING_HOURS', { ...SOUND, WORKING_HOURS: 'Mon-Fri 9-18' }],
  ['OFFICE_TIME_ZONE', { ...SOUND, OFFICE_TIME_ZONE: 'Europe/Nowhere' }],
  ['OFFICE_LANGUAGE', { ...SOUND, OFFICE_LANGUAGE: 'fr' }],
  ['API_OPERATIONS_A_MINUTE', { ...SOUND, API_OPERATIONS_A_MINUTE: '10' }],
  ['HTTP_PORT', { ...SOUND, HTTP_PORT: '70000' }],
  ['HTTP_HOST', { ...SOUND, HTTP_HOST: 'desk.example.com' }],
  ['PUBLIC_URL', { ...SOUND, PUBLIC_URL: 'desk.example.com' }],
  ['METRICS_TOKEN', { ...SOUND, METRICS_TOKEN: 'short' }],
  ['BOARD_USER', { ...SOUND, BOARD_USER: 'a:b' }],
  ['BOARD_PASSWORD', { ...SOUND, BOARD_PASSWORD: 'short' }],
  ['TWENTY_WEBHOOK_SECRET', { ...SOUND, TWENTY_WEBHOOK_SECRET: 'short' }],
  ['TWENTY_API_KEY_FILE', { TWENTY_API_URL: SOUND.TWENTY_API_URL, TWENTY_API_KEY_FILE: '/nowhere/key' }],
  ['TWENTY_API_KEY', { ...SOUND, TWENTY_API_KEY_FILE: '/nowhere/key' }],
])('%s wrong: said in one line that names it', (name, settings) => {
  expect(() => readConfiguration(settings)).toThrow(ConfigurationError);
  expect(() => readConfiguration(settings)).toThrow(new RegExp(`^${name}: .+$`));
});

it('reads what is given and fills in the rest', () =>
  expect(readConfiguration({ ...SOUND, REMINDER_INTERVAL_MINUTES: '0.05', LOG_LEVEL: ' ' })).toMatchObject({
    apiUrl: 'http://localhost:3000', apiKey: 'key', redisUrl: 'redis://127.0.0.1:6379', reminderIntervalMs: 3_000, escalateAfter: 4, timeZone: 'UTC',
    language: 'ru', logLevel: 'info', operationsAMinute: 100, publicUrl: null,
    http: { port: null, host: '127.0.0.1', metricsToken: null, board: null, webhookSecret: null },
  }));

it('reads a setting from a file, and knows what no log may show', () => {
  const folder = mkdtempSync(join(tmpdir(), 'legal-desk-secrets-'));
  const file = join(folder, 'key');
  writeFileSync(file, 'from-a-file\n');
  const settings = { TWENTY_API_URL: SOUND.TWENTY_API_URL, TWENTY_API_KEY_FILE: file, REDIS_URL: 'redis://:p%40ss-word@127.0.0.1:6379', BOARD_PASSWORD: 'twelve-letters' };
  const { apiKey, secrets } = readConfiguration(settings);
  rmSync(folder, { recursive: true });
  expect(apiKey).toBe('from-a-file');
  expect(secrets.sort()).toEqual(['from-a-file', 'p%40ss-word', 'p@ss-word', 'twelve-letters']);
});

it('ends the workers with that line and exit code 1', async () => {
  const workers = startTypeScript('workers/main.ts', { ...SOUND, REMINDER_INTERVAL_MINUTES: '-1' });
  expect(await workers.exited).toBe(1);
  expect(workers.errors()).toMatch(/^REMINDER_INTERVAL_MINUTES: .+\n$/);
  expect(workers.output()).toBe('');
});
