import { z } from 'zod';

/** Signing in by e-mail and password, as Twenty's own page does it. */

const token = z.object({ token: z.string(), expiresAt: z.string() });
const tokens = z.object({ accessOrWorkspaceAgnosticToken: token, refreshToken: token });
export type Tokens = z.infer<typeof tokens>;

export const LOGIN = `mutation SignIn($email: String!, $password: String!, $origin: String!) {
  getLoginTokenFromCredentials(email: $email, password: $password, origin: $origin) { loginToken { token expiresAt } }
}`;
const TOKENS = 'tokens { accessOrWorkspaceAgnosticToken { token expiresAt } refreshToken { token expiresAt } }';
const EXCHANGE = `mutation Exchange($token: String!, $origin: String!) {
  getAuthTokensFromLoginToken(loginToken: $token, origin: $origin) { ${TOKENS} }
}`;
export const RENEW = `mutation Renew($token: String!) { renewToken(appToken: $token) { ${TOKENS} } }`;

/** Asks `/metadata` without a token. @returns the value of the request's only root field */
type AskStranger = (query: string, variables: Record<string, unknown>) => Promise<unknown>;

export const signIn = async (ask: AskStranger, credentials: { email: string; password: string; origin: string }): Promise<Tokens> => {
  const { loginToken } = z.object({ loginToken: token }).parse(await ask(LOGIN, credentials));
  return z.object({ tokens }).parse(await ask(EXCHANGE, { token: loginToken.token, origin: credentials.origin })).tokens;
};
