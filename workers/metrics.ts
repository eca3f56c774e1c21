import type { Queue } from 'bullmq';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Budget, Priority } from './twenty/budget';

/** A firing later than this is late: what the office was promised. */
const LATE_MS = 60_000;

/** What a job may tell of its work, besides what only the log wants to know. */
export type JobResult = {
  /** How long ago what was decided now had been written. */
  lagsMs?: number[];
  /** By how much what fired now was due before. */
  latenessMs?: number[];
  /** Reminders that are due, and not fired yet. */
  due?: number;
};

export type Outcome = 'done' | 'waiting' | 'failed';

/** What Prometheus is told: numbers of this process, and of the office as far as all processes share it. Nothing names a letter or anybody. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly jobs = new Counter({ name: 'legal_desk_jobs_total', help: 'Jobs done, by how they ended', labelNames: ['queue', 'job', 'outcome'], registers: [this.registry] });
  private readonly seconds = new Histogram({
    name: 'legal_desk_job_seconds',
    help: 'How long jobs took',
    labelNames: ['queue', 'job'],
    buckets: [0.05, 0.25, 1, 5, 15, 60, 300],
    registers: [this.registry],
  });
  private readonly lag = new Histogram({
    name: 'legal_desk_letter_lag_seconds',
    help: 'From the writing of a row of a letter’s history until it was decided',
    buckets: [1, 2.5, 5, 10, 20, 30, 60, 300],
    registers: [this.registry],
  });
  private readonly lookedAt = new Gauge({
    name: 'legal_desk_last_done_timestamp_seconds',
    help: 'When this process last came to the end of such a job; take the latest of all processes',
    labelNames: ['queue', 'job'],
    registers: [this.registry],
  });
  private readonly due = new Gauge({ name: 'legal_desk_reminders_due', help: 'Reminders that were due at the last look', registers: [this.registry] });
  private readonly sent = new Counter({ name: 'legal_desk_reminders_sent_total', help: 'Reminders fired', registers: [this.registry] });
  private readonly late = new Counter({ name: 'legal_desk_reminders_late_total', help: 'Reminders fired more than a minute late', registers: [this.registry] });
  private readonly lateness = new Histogram({
    name: 'legal_desk_reminder_lateness_seconds',
    help: 'How much later than planned reminders fired',
    buckets: [1, 5, 15, 30, 60, 300, 3_600],
    registers: [this.registry],
  });

  constructor({ budget, queues }: { budget: Budget; queues: Queue[] }) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, prefix: 'legal_desk_' });
    new Gauge({
      name: 'legal_desk_api_budget', help: 'API operations a minute that the workers may spend', registers,
      collect() { this.set(budget.capacity); },
    });
    new Gauge({
      name: 'legal_desk_api_budget_available', help: 'API operations that are left now, as this process knows', registers,
      collect() { this.set(budget.available); },
    });
    new Gauge({
      name: 'legal_desk_api_operations_last_minute', help: 'API operations of all workers in the last minute', registers,
      async collect() { this.set(await budget.operationsAMinute()); },
    });
    new Counter({
      name: 'legal_desk_api_operations_total', help: 'API operations of this process, by what for', labelNames: ['priority'], registers,
      collect() {
        this.reset();
        for (const [priority, spent] of Object.entries(budget.spentFor)) this.inc({ priority: priority as Priority }, spent);
      },
    });
    new Counter({
      name: 'legal_desk_api_limit_reached_total', help: 'Operations that Twenty refused because its limit was reached', registers,
      collect() {
        this.reset();
        this.inc(budget.refused);
      },
    });
    new Gauge({
      name: 'legal_desk_queue_jobs', help: 'Jobs in the queues, all workers’', labelNames: ['queue', 'state'], registers,
      async collect() {
        for (const queue of queues) {
          const counts = await queue.getJobCounts('active', 'waiting', 'delayed', 'failed');
          for (const [state, count] of Object.entries(counts)) this.set({ queue: queue.name, state }, count);
        }
      },
    });
  }

  done({ queue, job, outcome, ms }: { queue: string; job: string; outcome: Outcome; ms: number }, result: JobResult = {}): void {
    this.jobs.inc({ queue, job, outcome });
    this.seconds.observe({ queue, job }, ms / 1_000);
    if (outcome === 'done') this.lookedAt.set({ queue, job }, Date.now() / 1_000);
    for (const lag of result.lagsMs ?? []) this.lag.observe(lag / 1_000);
    if (result.due !== undefined) this.due.set(result.due);
    for (const lateness of result.latenessMs ?? []) {
      this.sent.inc();
      this.lateness.observe(lateness / 1_000);
      if (lateness > LATE_MS) this.late.inc();
    }
  }

  async text(): Promise<{ contentType: string; text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }
}
