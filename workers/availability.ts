import type { Logger } from 'pino';

/** Says in the log when something outside goes away and when it is back: once a change, however often it is asked for. */
export class Availability {
  private problem: string | null = null;

  constructor(
    private readonly name: string,
    private readonly logger: Logger,
  ) {}

  up(): void {
    if (this.problem !== null) this.logger.info(`${this.name} is back`);
    this.problem = null;
  }

  down(problem: string): void {
    if (this.problem !== problem) this.logger.error(`${this.name}: ${problem}; waiting`);
    this.problem = problem;
  }
}
