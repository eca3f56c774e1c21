import { z } from 'zod';
import { taskId, taskTargetId } from '../../identifiers';
import type { Budget } from '../../twenty/budget';
import type { Records } from '../../twenty/records';
import type { Ended, Firing, Waiting } from './channel';

export type OpenTask = { id: string; letterId: string };

/** A firing of a thousand letters moves a thousand tasks; more than this at once would take the letters' share of the budget. */
const AT_ONCE = 600;

/** One Twenty task per hand-over: due when the next reminder is, done when the letter no longer waits. */
export class TaskChannel {
  private overdue = new Map<string, string>();

  constructor(
    private readonly records: Records,
    private readonly budget: Budget,
  ) {}

  async began(waiting: Waiting[]): Promise<void> {
    const tasks = waiting.map(({ letter, ...rest }) => ({ id: taskId(letter.id, letter.handedOverAt), letterId: letter.id, ...rest }));
    // No status: what someone has begun meanwhile is not set back when this is repeated.
    await this.records.upsert(
      'task',
      tasks.map(({ id, taskTitle, nextAt, assigneeId }) => ({ id, title: taskTitle, dueAt: nextAt, assigneeId })),
      'letters',
    );
    await this.records.upsert(
      'taskTarget',
      tasks.map(({ id, letterId }) => ({ id: taskTargetId(id), taskId: id, targetCorrespondenceId: letterId })),
      'letters',
    );
  }

  async fired(firings: Firing[]): Promise<void> {
    for (const { letter, startedAt, nextAt } of firings) if (letter && nextAt !== null) this.overdue.set(taskId(letter.id, startedAt), nextAt);
    await this.moveOverdue();
  }

  /** Due dates that did not fit in with the firing. Kept in memory only: the next firing of the same letter moves them too. */
  async moveOverdue(): Promise<void> {
    const batch = [...this.overdue].slice(0, AT_ONCE);
    if (batch.length === 0 || !this.budget.canSpare(Math.ceil(batch.length / 200), 'rest')) return;
    for (const [id] of batch) this.overdue.delete(id);
    // One date for all, the latest, so that no task is overdue before its reminder; one date costs one operation for 200 tasks.
    const dueAt = batch.map(([, nextAt]) => nextAt).sort().at(-1);
    await this.records.update('task', batch.map(([id]) => id), { dueAt }, 'rest');
  }

  async ended(ended: Ended[]): Promise<void> {
    const ids = ended.map(({ letterId, handedOverAt }) => taskId(letterId, handedOverAt));
    for (const id of ids) this.overdue.delete(id);
    await this.finish(ids);
  }

  async finish(ids: string[]): Promise<void> {
    await this.records.update('task', ids, { status: 'DONE' }, 'letters');
  }

  /** The open tasks of hand-overs. What people join to letters has no computed id. */
  async open(): Promise<OpenTask[]> {
    const targets = await this.records.findAll('taskTarget', {
      filter: { and: [{ targetCorrespondenceId: { is: 'NOT_NULL' } }, { task: { status: { neq: 'DONE' } } }] },
      fields: 'id taskId targetCorrespondenceId',
      node: z.object({ id: z.string(), taskId: z.string(), targetCorrespondenceId: z.string() }),
      priority: 'letters',
    });
    return targets.filter(({ id, taskId }) => id === taskTargetId(taskId)).map(({ taskId: id, targetCorrespondenceId: letterId }) => ({ id, letterId }));
  }
}
