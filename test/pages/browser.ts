/** A real Chromium on the sandbox's page. Everything is found as a person finds it, by its role and its words. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { PATIENCE_MS } from '../workers/office';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

const FULL_NAMES = { clerk: 'Olga Sokolova', lawyer: 'Ivan Petrov', lawyer2: 'Maria Orlova', head: 'Sergey Volkov', admin: 'Anna Lebedeva' };

/** What went wrong in any page that a test opened. */
export const pageErrors: string[] = [];

export const newPage = async (browser: Browser, url: string): Promise<Page> => {
  const context = await browser.newContext({ baseURL: url, locale: 'en-US', reducedMotion: 'reduce', viewport: { width: 1600, height: 900 } });
  // Much of what a page shows is the workers' work.
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  page.on('pageerror', (error) => pageErrors.push(String(error)));
  return page;
};

/** Someone at their own browser, signed in with one click. */
export const signIn = async (browser: Browser, url: string, who: keyof typeof FULL_NAMES): Promise<Page> => {
  const page = await newPage(browser, url);
  await page.goto('/');
  await page.getByRole('button', { name: FULL_NAMES[who] }).click();
  await page.getByRole('navigation').waitFor();
  return page;
};

/** A folder of the navigation; only the first stands open. */
export const folder = (page: Page, name: string) => page.getByRole('navigation').locator('summary', { hasText: name });
export const place = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });
export const rows = (page: Page) => page.getByRole('main').locator('tbody tr');

/** Waits until the table shows exactly the records of these names. */
export const showsRows = async (page: Page, names: string[]): Promise<void> => {
  await page.waitForFunction(
    (wanted) => JSON.stringify([...document.querySelectorAll('tbody td:nth-child(2) a')].map((link) => link.getAttribute('title'))) === wanted,
    JSON.stringify(names),
  );
};
