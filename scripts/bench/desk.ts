import { randomUUID } from 'node:crypto';
import { chromium } from 'playwright-core';
// @ts-expect-error plain Node, since it also runs before any package is there
import { ensureChromium } from '../setup.mjs';
import { note, percentile, seconds } from './figures';
import { createAll, office, person } from './office';

/** My desk with 500 open letters, from opening the page to its data. */
export const desk = (count = 500) =>
  office(async ({ sandbox, admin, members }) => {
    ensureChromium();
    const lawyer = await person(sandbox.url, 'lawyer@demo.legal');
    const now = new Date().toISOString();
    await createAll(admin, 'Correspondences', 'Correspondence', Array.from({ length: count }, (_, index) => ({
      id: randomUUID(), subject: `Letter ${index}`, flow: 'INCOMING', number: `IN-2026-${String(index + 1).padStart(6, '0')}`, step: 2,
      ...(index % 2 === 0
        ? { status: 'IN_WORK', holderId: members.lawyer, heldSince: now }
        : { status: 'HANDED_OVER', holderId: members.clerk, pendingMemberId: members.lawyer, handedOverAt: now, handedOverById: members.clerk, resumeStatus: 'REGISTERED' }),
    })));
    const raw: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const began = Date.now();
      await lawyer(`{ correspondences(first: ${count}, filter: { or: [{ holderId: { eq: "${members.lawyer}" } }, { pendingMemberId: { eq: "${members.lawyer}" } }] }) { edges { node { id number subject status holderId pendingMemberId handedOverAt heldSince } } } }`);
      raw.push(Date.now() - began);
    }
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(sandbox.url);
    await page.getByText('Ivan Petrov').click();
    await page.getByText('My desk').first().waitFor();
    const opened: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      await page.getByText('Letters', { exact: true }).first().click();
      await page.waitForTimeout(500);
      const began = Date.now();
      await page.getByText('My desk', { exact: true }).first().click();
      await page.getByText(/Letter \d+/).first().waitFor();
      opened.push(Date.now() - began);
    }
    await browser.close();
    note(`desk: My desk with ${count} open letters, from opening to data, median of 5`, seconds(percentile(opened, 0.5)), `its letters by the API alone, median ${seconds(percentile(raw, 0.5))}`, '1.5 s');
  });
