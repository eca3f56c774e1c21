import { chaos, sandboxCrm, type Size } from './chaos';

/** `npm run chaos` does the same at full size. */
const SMALL: Size = {
  letters: 20, pace: 4, minutes: 0.5, kills: 5, wipes: 1, outages: 1, outageSeconds: 3, intervalMinutes: 0.1, operationsAMinute: 1_000, patienceMinutes: 3,
};

it('loses nothing and doubles nothing, whatever goes wrong', async () => {
  const crm = await sandboxCrm(SMALL);
  try {
    const { problems, figures } = await chaos(crm, SMALL);
    expect(problems).toEqual([]);
    expect(figures.letters).toBeGreaterThan(0);
  } finally {
    await crm.close();
  }
}, 400_000);
