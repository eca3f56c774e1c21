/** The one door to Twenty's API. What goes wrong comes out as an ApiError whose `kind` the pages put into words. */

export type ApiErrorKind = 'network' | 'permission' | 'rate' | 'session' | 'server';

export class ApiError extends Error {
  constructor(
    readonly kind: ApiErrorKind,
    message: string,
  ) {
    super(message);
  }
}

type GraphqlError = { message: string; extensions?: { code?: string; subCode?: string } };
type Answer<T> = { data?: T | null; errors?: GraphqlError[] };

/** The host replaces neither `process.env` nor the worker when a token expires, so the renewed one is kept here. */
let renewedToken: string | null = null;

const renewToken = async (): Promise<boolean> => {
  const renew = globalThis.frontComponentHostCommunicationApi?.requestAccessTokenRefresh;
  if (!renew) return false;
  try {
    renewedToken = await renew();
    return true;
  } catch {
    return false;
  }
};

const kindOf = (status: number, errors: GraphqlError[]): ApiErrorKind => {
  const said = errors.map(({ message, extensions }) => `${extensions?.code} ${extensions?.subCode} ${message}`).join(' ');
  if (status === 401 || /UNAUTHENTICATED/.test(said)) return 'session';
  if (status === 429 || /LIMIT_REACHED|TOO_MANY_REQUESTS/.test(said)) return 'rate';
  if (status === 403 || /FORBIDDEN|PERMISSION_DENIED/.test(said)) return 'permission';
  return 'server';
};

const send = async (path: string, body: string): Promise<{ status: number; text: string }> => {
  try {
    const response = await fetch(`${process.env.TWENTY_API_URL}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${renewedToken ?? process.env.TWENTY_APP_ACCESS_TOKEN}`,
      },
      body,
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    throw new ApiError('network', error instanceof Error ? error.message : String(error));
  }
};

const parse = <T>(status: number, text: string): Answer<T> => {
  try {
    return JSON.parse(text) as Answer<T>;
  } catch {
    // A proxy in front of a server that is down answers with a page of its own.
    return { errors: [{ message: `HTTP ${status}` }] };
  }
};

const request = async <T>(path: string, query: string, variables: object): Promise<T> => {
  const body = JSON.stringify({ query, variables });
  for (let attempt = 0; ; attempt += 1) {
    const { status, text } = await send(path, body);
    const { data, errors = [] } = parse<T>(status, text);
    if (errors.length === 0 && status < 400 && data) return data;
    const kind = status >= 502 && status <= 504 ? 'network' : kindOf(status, errors);
    if (kind === 'session' && attempt === 0 && (await renewToken())) continue;
    throw new ApiError(kind, errors[0]?.message ?? `HTTP ${status}`);
  }
};

export const records = <T>(query: string, variables: object = {}): Promise<T> => request<T>('/graphql', query, variables);
export const metadata = <T>(query: string, variables: object = {}): Promise<T> => request<T>('/metadata', query, variables);

export type Connection<T> = { edges: { node: T }[] };
export const nodes = <T>(connection: Connection<T>): T[] => connection.edges.map(({ node }) => node);
