/** A refusal by the server, in its words. */
export class ApiError extends Error {
  constructor(message: string, readonly code?: string) {
    super(message);
  }
}

const ACCESS = 'sandbox.token';
const REFRESH = 'sandbox.refreshToken';

type Tokens = { tokens: { accessOrWorkspaceAgnosticToken: { token: string }; refreshToken: { token: string } } };
const TOKENS = 'tokens { accessOrWorkspaceAgnosticToken { token } refreshToken { token } }';

export const session = {
  get token(): string | null {
    return localStorage.getItem(ACCESS);
  },
  begin: ({ tokens }: Tokens): void => {
    localStorage.setItem(ACCESS, tokens.accessOrWorkspaceAgnosticToken.token);
    localStorage.setItem(REFRESH, tokens.refreshToken.token);
  },
  end: (): void => {
    localStorage.removeItem(ACCESS);
    localStorage.removeItem(REFRESH);
    location.assign('/welcome');
  },
};

type Answer<Data> = { data?: Data; errors?: { message: string; extensions?: { code?: string } }[] };
type Path = '/graphql' | '/metadata';

const send = async <Data>(path: Path, query: string, variables: object, token: string | null): Promise<Data> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer<Data>;
  const [error] = errors ?? [];
  if (error) throw new ApiError(error.message, error.extensions?.code);
  return data as Data;
};

let renewal: Promise<void> | undefined;

/** A new access token for the refresh token; several requests that find the old one expired share one renewal. */
export const renew = (): Promise<void> => {
  renewal ??= send<{ renewToken: Tokens }>('/metadata', `mutation Renew($token: String!) { renewToken(appToken: $token) { ${TOKENS} } }`, { token: localStorage.getItem(REFRESH) }, null)
    .then(({ renewToken }) => session.begin(renewToken), session.end)
    .finally(() => (renewal = undefined));
  return renewal;
};

/** One GraphQL request with the signed-in person's rights. */
export const api = async <Data>(path: Path, query: string, variables: object = {}): Promise<Data> => {
  try {
    return await send<Data>(path, query, variables, session.token);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'UNAUTHENTICATED' && session.token)) throw error;
    await renew();
    return send<Data>(path, query, variables, session.token);
  }
};

/** Signs in by Twenty's own two mutations. */
export const signIn = async (email: string, password: string): Promise<void> => {
  const { origin } = location;
  const { getLoginTokenFromCredentials } = await send<{ getLoginTokenFromCredentials: { loginToken: { token: string } } }>(
    '/metadata',
    `mutation SignIn($email: String!, $password: String!, $origin: String!) {
      getLoginTokenFromCredentials(email: $email, password: $password, origin: $origin) { loginToken { token } }
    }`,
    { email, password, origin },
    null,
  );
  const { getAuthTokensFromLoginToken } = await send<{ getAuthTokensFromLoginToken: Tokens }>(
    '/metadata',
    `mutation Tokens($loginToken: String!, $origin: String!) { getAuthTokensFromLoginToken(loginToken: $loginToken, origin: $origin) { ${TOKENS} } }`,
    { loginToken: getLoginTokenFromCredentials.loginToken.token, origin },
    null,
  );
  session.begin(getAuthTokensFromLoginToken);
};
