import { z } from 'zod';
import type { ServiceState } from '../../custom-objects/vocabulary';
import type { Language } from '../correspondence/words';
import { serviceStatusId } from '../identifiers';
import type { Budget } from '../twenty/budget';
import type { Records } from '../twenty/records';

/** The parts of the service that tell how they do. */
export type Part = 'EMAIL' | 'WEBHOOK' | 'DIGEST' | 'TWENTY';

export const STATUS_NAMES: Record<Part, Record<Language, string>> = {
  EMAIL: { en: 'E-mail', ru: 'Электронная почта' },
  WEBHOOK: { en: 'Messenger', ru: 'Мессенджер' },
  DIGEST: { en: 'Morning digest', ru: 'Утренняя сводка' },
  TWENTY: { en: 'Twenty’s API', ru: 'Запросы к Twenty' },
};

export type Report = { state: ServiceState; error?: string | null; figures?: Record<string, number | string | null> };
type Known = Report & { since: string; isNews: boolean };

const written = z.object({ part: z.string().nullable(), state: z.string().nullable(), since: z.string().nullable() });

/** What did not change is written again so often, to show that somebody still looks. */
const AGAIN_MS = 300_000;

/** How the parts of the service do, for the page on its health: a change is written within a minute, all parts in one operation. */
export class Statuses {
  private readonly known = new Map<Part, Known>();
  private writtenAt = -Infinity;
  private isRecalled = false;

  constructor(
    private readonly records: Records,
    private readonly budget: Budget,
    private readonly language: Language,
  ) {}

  report(part: Part, report: Report, now: Date): void {
    const before = this.known.get(part);
    const isSame = before?.state === report.state;
    this.known.set(part, {
      ...report,
      figures: { ...before?.figures, ...report.figures },
      since: isSame ? before.since : now.toISOString(),
      isNews: !isSame || (before?.isNews ?? true),
    });
  }

  async write(now: Date): Promise<void> {
    const { capacity } = this.budget;
    this.report('TWENTY', { state: 'WORKING', figures: { operationsAMinute: await this.budget.operationsAMinute(), capacity } }, now);
    await this.recall();
    const isNews = [...this.known.values()].some((status) => status.isNews);
    if (!isNews && performance.now() - this.writtenAt < AGAIN_MS) return;
    const rows = [...this.known].map(([part, { state, error, figures, since }]) => ({
      id: serviceStatusId(part), name: STATUS_NAMES[part][this.language], part, state, since, checkedAt: now.toISOString(), lastError: error ?? '', figures: figures ?? {},
    }));
    await this.records.upsert('serviceStatus', rows, 'rest');
    this.writtenAt = performance.now();
    for (const status of this.known.values()) status.isNews = false;
  }

  /** Since when a part has been as it is does not begin anew with the process. */
  private async recall(): Promise<void> {
    if (this.isRecalled) return;
    const rows = await this.records.find('serviceStatus', { filter: {}, fields: 'part state since', node: written });
    this.isRecalled = true;
    for (const { part, state, since } of rows) {
      const status = this.known.get(part as Part);
      if (status && status.state === state && since !== null) status.since = since;
    }
  }
}
