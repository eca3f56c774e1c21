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
  ['OFFICE_TIME_ZONE', { ...SOUND, OFFICE_TIME_ZONE: 'Europe/Nowhere' }],
  ['OFFICE_LANGUAGE', { ...SOUND, OFFICE_LANGUAGE: 'fr' }],
  ['API_OPERATIONS_A_MINUTE', { ...SOUND, API_OPERATIONS_A_MINUTE: '10' }],
])('%s wrong: said in one line that names it', (name, settings) => {
  expect(() => readConfiguration(settings)).toThrow(ConfigurationError);
  expect(() => readConfiguration(settings)).toThrow(new RegExp(`^${name}: .+$`));
});

it('reads what is given and fills in the rest', () =>
  expect(readConfiguration({ ...SOUND, REMINDER_INTERVAL_MINUTES: '0.05', LOG_LEVEL: ' ' })).toEqual({
    apiUrl: 'http://localhost:3000', apiKey: 'key', redisUrl: 'redis://127.0.0.1:6379', reminderIntervalMs: 3_000, timeZone: 'UTC',
    language: 'ru', logLevel: 'info', operationsAMinute: 100,
  }));

it('ends the workers with that line and exit code 1', async () => {
  const workers = startTypeScript('workers/main.ts', { ...SOUND, REMINDER_INTERVAL_MINUTES: '-1' });
  expect(await workers.exited).toBe(1);
  expect(workers.errors()).toMatch(/^REMINDER_INTERVAL_MINUTES: .+\n$/);
  expect(workers.output()).toBe('');
});
