import type { Flow } from './protocol';

/** `IN-2026-`: numbers run by flow and by the year of registration in the office's own time zone. */
export const numberPrefix = (flow: Flow | null, registeredAt: string, timeZone: string): string => {
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(new Date(registeredAt));
  return `${flow === 'OUTGOING' ? 'OUT' : 'IN'}-${year}-`;
};

export const sequenceOf = (number: string | null): number => Number(/(\d+)$/.exec(number ?? '')?.[1] ?? 0);

/** Gives out the next numbers. Twenty holds the truth; what is remembered here only saves asking, and is forgotten on a clash. */
export class Numbering {
  private readonly highest = new Map<string, number>();

  constructor(
    private readonly highestNumber: (prefix: string) => Promise<string | null>,
    private readonly digits: number,
  ) {}

  /** The next number with this beginning. */
  async next(prefix: string): Promise<string> {
    const sequence = (this.highest.get(prefix) ?? sequenceOf(await this.highestNumber(prefix))) + 1;
    this.highest.set(prefix, sequence);
    return `${prefix}${String(sequence).padStart(this.digits, '0')}`;
  }

  forget(): void {
    this.highest.clear();
  }
}
