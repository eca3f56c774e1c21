/** A refusal by the server, in its words. */
export class ApiError extends Error {
  constructor(message: string, readonly code?: string) {
    super(message);
  }
}

const TOKEN = 'sandbox.token';

export const session = {
  get token(): string | null {
    return localStorage.getItem(TOKEN);
  },
  begin: (token: string): void => localStorage.setItem(TOKEN, token),
  end: (): void => localStorage.removeItem(TOKEN),
};

type Answer<Data> = { data?: Data; errors?: { message: string; extensions?: { code?: string; userFriendlyMessage?: string } }[] };

/** One GraphQL request with the signed-in person's rights. */
export const api = async <Data>(path: '/graphql' | '/metadata', query: string, variables: object = {}): Promise<Data> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(session.token ? { authorization: `Bearer ${session.token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Answer<Data>;
  const [error] = answer.errors ?? [];
  if (error) {
    const code = error.extensions?.code;
    if (code === 'UNAUTHENTICATED' && session.token) {
      session.end();
      location.assign('/welcome');
    }
    throw new ApiError(error.message, code);
  }
  return answer.data as Data;
};

/** Signs in by Twenty's own two mutations. */
export const signIn = async (email: string, password: string): Promise<void> => {
  const { origin } = location;
  const { getLoginTokenFromCredentials } = await api<{ getLoginTokenFromCredentials: { loginToken: { token: string } } }>(
    '/metadata',
    `mutation SignIn($email: String!, $password: String!, $origin: String!) {
      getLoginTokenFromCredentials(email: $email, password: $password, origin: $origin) { loginToken { token } }
    }`,
    { email, password, origin },
  );
  const { getAuthTokensFromLoginToken } = await api<{
    getAuthTokensFromLoginToken: { tokens: { accessOrWorkspaceAgnosticToken: { token: string } } };
  }>(
    '/metadata',
    `mutation Tokens($loginToken: String!, $origin: String!) {
      getAuthTokensFromLoginToken(loginToken: $loginToken, origin: $origin) { tokens { accessOrWorkspaceAgnosticToken { token } } }
    }`,
    { loginToken: getLoginTokenFromCredentials.loginToken.token, origin },
  );
  session.begin(getAuthTokensFromLoginToken.tokens.accessOrWorkspaceAgnosticToken.token);
};
