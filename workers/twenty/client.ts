import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Availability } from '../availability';
import { jobContext } from '../job-context';
import { Budget, type Priority } from './budget';
import { Clock } from './clock';

export type Fault =
  /** No answer, or an answer that is not Twenty's. */
  | 'UNREACHABLE'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  /** The workspace lacks an object or a field: the app is not installed, or is older than the workers. */
  | 'SCHEMA'
  | 'LIMIT_REACHED'
  | 'DUPLICATE'
  | 'BAD_INPUT';

export class TwentyError extends Error {
  constructor(
    readonly fault: Fault,
    message: string,
  ) {
    super(message);
  }
}

/** Twenty cannot be worked with now. Whoever gets this stops and is called again later. */
export class TwentyUnavailable extends Error {}

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string().optional(), subCode: z.string().optional() }).loose().optional(),
      }),
    )
    .optional(),
});

type AnsweredError = NonNullable<z.infer<typeof answerSchema>['errors']>[number];

/** Twenty has few codes: some faults can be told only by the message. */
const faultOf = ({ message, extensions }: AnsweredError): Fault => {
  const codes = [extensions?.code, extensions?.subCode];
  if (codes.includes('LIMIT_REACHED') || /^Limit reached/.test(message)) return 'LIMIT_REACHED';
  if (codes.includes('UNAUTHENTICATED')) return 'UNAUTHENTICATED';
  if (codes.includes('FORBIDDEN') || codes.includes('PERMISSION_DENIED')) return 'FORBIDDEN';
  if (codes.includes('UPSERT_MULTIPLE_MATCHING_RECORDS_CONFLICT') || /duplicate/i.test(message)) return 'DUPLICATE';
  if (/Cannot query field|Unknown (type|argument)|is not defined by type|Object metadata .* not found/i.test(message)) return 'SCHEMA';
  if (codes.includes('BAD_USER_INPUT') || codes.includes('NOT_FOUND')) return 'BAD_INPUT';
  return 'UNREACHABLE';
};

const MEANING: Partial<Record<Fault, string>> = {
  UNAUTHENTICATED: 'it does not accept TWENTY_API_KEY (expired or revoked?)',
  FORBIDDEN: 'the role of TWENTY_API_KEY may not do what the workers do; give the key the Admin role',
  SCHEMA: 'the Legal Desk app is not installed there, or is older than these workers; deploy it',
};

const LONGEST_WAIT_MS = 15_000;
const TIMEOUT_MS = 30_000;

export type GraphqlRequest<Schema extends z.ZodType> = {
  document: string;
  variables?: Record<string, unknown>;
  schema: Schema;
  priority?: Priority;
  /** Root fields of the document: each is one operation of Twenty's budget. */
  operations?: number;
};

/** The door to Twenty: GraphQL over fetch, within the budget, answers parsed, faults told apart. */
export class TwentyClient {
  readonly clock = new Clock();
  private readonly availability: Availability;
  private failures = 0;
  private pausedUntil = 0;
  private limitSaidAt = 0;

  constructor(
    private readonly apiUrl: string,
    private readonly apiKey: string,
    readonly budget: Budget,
    private readonly logger: Logger,
  ) {
    this.availability = new Availability(`Twenty at ${apiUrl}`, logger);
  }

  /** Records. Waits for the budget; asks again when Twenty says that the limit is reached, so nothing is lost or overtaken. */
  async records<Schema extends z.ZodType>(request: GraphqlRequest<Schema>): Promise<z.output<Schema>> {
    if (Date.now() < this.pausedUntil) throw new TwentyUnavailable('waiting for Twenty');
    for (let attempt = 1; ; attempt += 1) {
      if (!(await this.budget.take(request.operations ?? 1, request.priority ?? 'rest'))) throw new TwentyUnavailable('the workers are ending');
      await this.assertHeld(request);
      try {
        const answer = await this.send('graphql', request);
        this.failures = 0;
        this.availability.up();
        return answer;
      } catch (error) {
        if (!(error instanceof TwentyError)) throw error;
        if (error.fault === 'DUPLICATE' || error.fault === 'BAD_INPUT') throw error;
        if (error.fault !== 'LIMIT_REACHED') throw this.pause(error);
        this.sayLimit();
        this.budget.exhaust();
        await sleep(Math.min(600 * attempt, 5_000));
      }
    }
  }

  /** The metadata API, which Twenty does not count. Faults are the caller's to judge. */
  metadata<Schema extends z.ZodType>(request: GraphqlRequest<Schema>): Promise<z.output<Schema>> {
    return this.send('metadata', request);
  }

  /** Whether Twenty answered when it was last asked. */
  get isAnswering(): boolean {
    return this.failures === 0;
  }

  /**
   * Between the reading and this writing there may have been a long wait for the budget. Whoever lost the job in it must not write
   * what it then knew over what another has written since.
   */
  private async assertHeld({ document }: { document: string }): Promise<void> {
    const job = jobContext.getStore();
    if (job && document.startsWith('mutation') && !(await job.isHeld())) throw new TwentyUnavailable('another worker has taken over');
  }

  private sayLimit(): void {
    if (Date.now() - this.limitSaidAt < 60_000) return;
    this.limitSaidAt = Date.now();
    this.logger.warn({ operations: this.budget.spent }, 'Twenty’s limit of API operations is reached: others use it too; waiting');
  }

  private pause(error: TwentyError): TwentyUnavailable {
    this.failures += 1;
    this.pausedUntil = Date.now() + Math.min(1_000 * 2 ** (this.failures - 1), LONGEST_WAIT_MS);
    this.availability.down(MEANING[error.fault] ?? 'unreachable');
    this.logger.debug({ fault: error.fault, error: error.message }, 'Twenty answered with a fault');
    return new TwentyUnavailable(error.message);
  }

  private async send<Schema extends z.ZodType>(path: string, request: GraphqlRequest<Schema>): Promise<z.output<Schema>> {
    const { document, variables, schema } = request;
    const sentAt = performance.now();
    let status: number;
    let body: unknown;
    try {
      const response = await fetch(`${this.apiUrl}/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: document, variables }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      this.clock.heard(response.headers.get('date'), sentAt);
      status = response.status;
      body = await response.json();
    } catch (error) {
      throw new TwentyError('UNREACHABLE', String(error instanceof Error ? (error.cause ?? error) : error));
    }
    const answer = answerSchema.safeParse(body);
    if (status === 401) throw new TwentyError('UNAUTHENTICATED', 'HTTP 401');
    if (status === 403) throw new TwentyError('FORBIDDEN', 'HTTP 403');
    if (!answer.success) throw new TwentyError('UNREACHABLE', `HTTP ${status}, not an answer of Twenty’s GraphQL API`);
    const [error] = answer.data.errors ?? [];
    if (error) throw new TwentyError(faultOf(error), error.message);
    const parsed = schema.safeParse(answer.data.data);
    if (!parsed.success) throw new TwentyError('SCHEMA', z.prettifyError(parsed.error));
    return parsed.data;
  }
}
