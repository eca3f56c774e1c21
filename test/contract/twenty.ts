/** The Twenty that the contract is checked on: the one that the environment names, else a sandbox started for it. */
import { LOGIN, signIn as getTokens, type Tokens } from '../../scripts/sign-in';
import { eventually, startTypeScript } from '../workers/office';

export type Json = Record<string, any>;
export type Failure = { message: string; extensions: { code?: string; subCode?: string; userFriendlyMessage?: string } };
export type Answer = { data?: Json | null; errors?: Failure[] };

type User = { email: string; password: string };
export type Twenty = { url: string; apiKey: string; lawyer: User; end: () => Promise<unknown> };

const SANDBOX_KEY = 'contract-key';
const PATIENCE_MS = 6_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const DEMO_LAWYER: User = { email: 'lawyer@demo.legal', password: 'demo' };

/**
 * `CONTRACT_USERS` is such as `{"lawyer": {"email": "…", "password": "…"}}`: a member whose role is the app's Lawyer. Without it
 * the server must know the sandbox's Lawyer.
 */
export const findTwenty = async (): Promise<Twenty> => {
  const { TWENTY_API_URL, TWENTY_API_KEY, CONTRACT_USERS } = process.env;
  if (TWENTY_API_URL) {
    if (!TWENTY_API_KEY) throw new Error('TWENTY_API_KEY is not set');
    const { lawyer } = CONTRACT_USERS ? (JSON.parse(CONTRACT_USERS) as { lawyer: User }) : { lawyer: DEMO_LAWYER };
    return { url: TWENTY_API_URL.replace(/\/$/, ''), apiKey: TWENTY_API_KEY, lawyer, end: async () => undefined };
  }
  const sandbox = startTypeScript('sandbox/main.ts', { PORT: '0', TWENTY_API_KEY: SANDBOX_KEY }, '--empty');
  const url = await eventually('the sandbox is ready', () => {
    if (sandbox.child.exitCode !== null) throw new Error(sandbox.errors());
    return /ready at (\S+)/.exec(sandbox.output())?.[1];
  });
  return { url, apiKey: SANDBOX_KEY, lawyer: DEMO_LAWYER, end: () => sandbox.end() };
};

const isLimit = ({ extensions }: Failure) => extensions?.subCode === 'LIMIT_REACHED';

/** Someone who asks: the holder of a key or of an access token, or a stranger. */
export class Caller {
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  async post(path: string, body: unknown, method = 'POST'): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
  }

  async once(query: string, variables: Json = {}, path = '/graphql'): Promise<Answer> {
    const response = await this.post(path, { query, variables });
    expect(response.status).toBe(200);
    return (await response.json()) as Answer;
  }

  /** Asks again as long as the bucket is empty, so that the suite fits beside other users of the server. */
  async ask(query: string, variables: Json = {}, path = '/graphql'): Promise<Answer> {
    for (;;) {
      const answer = await this.once(query, variables, path);
      if (!answer.errors?.some(isLimit)) return answer;
      await pause(PATIENCE_MS);
    }
  }

  /** The answer of the request's only root field. */
  async get<T = any>(query: string, variables: Json = {}, path = '/graphql'): Promise<T> {
    const { data, errors } = await this.ask(query, variables, path);
    if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
    return Object.values(data!)[0] as T;
  }

  /** The refusal of the request's only root field, whose data is null. */
  async refusal(query: string, variables: Json = {}): Promise<Failure> {
    const { data, errors } = await this.ask(query, variables);
    expect(errors).toHaveLength(1);
    expect(Object.values(data ?? { none: null })).toEqual([null]);
    return errors![0]!;
  }
}

export const signIn = ({ url }: Twenty, user: User): Promise<Tokens> => {
  const stranger = new Caller(url);
  return getTokens((query, variables) => stranger.get(query, variables, '/metadata'), { ...user, origin: url });
};

export const tryPassword = ({ url }: Twenty, email: string, password: string): Promise<Answer> =>
  new Caller(url).ask(LOGIN, { email, password, origin: url }, '/metadata');

export { eventually, pause };
