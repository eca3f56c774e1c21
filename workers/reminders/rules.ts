import type { WorkingHours } from './working-hours';

/**
 * When a reminder fires next: the first point of its grid (`startedAt` + k × interval) after now. Points that passed while the
 * workers were down are thus skipped, and the firing that was due happens once.
 */
export const nextFiring = (input: { startedAt: string; intervalMs: number; now: Date; hours: WorkingHours }): string => {
  const { startedAt, intervalMs, now, hours } = input;
  const start = Date.parse(startedAt);
  const passed = Math.max(0, Math.floor((now.getTime() - start) / intervalMs));
  return hours.nextOpening(new Date(start + (passed + 1) * intervalMs)).toISOString();
};
