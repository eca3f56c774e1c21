/** An answer Twenty gives instead of data: the same message, code and extensions, so that clients meet here what they will meet there. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code: 'BAD_USER_INPUT' | 'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHENTICATED',
    readonly subCode?: string,
    readonly userFriendlyMessage = 'An error occurred.',
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  get extensions() {
    const { code, subCode, userFriendlyMessage, details } = this;
    return { ...(subCode ? { subCode } : {}), userFriendlyMessage, ...details, code };
  }
}

export const badInput = (message: string, subCode?: string, userFriendlyMessage?: string, details?: Record<string, unknown>) =>
  new ApiError(message, 'BAD_USER_INPUT', subCode, userFriendlyMessage, details);

export const badData = (message: string, userFriendlyMessage?: string) => badInput(message, 'INVALID_ARGS_DATA', userFriendlyMessage);

export const badFilter = (message: string, userFriendlyMessage?: string) =>
  badInput(message, 'INVALID_ARGS_FILTER', userFriendlyMessage);

export const badQuery = (message: string, userFriendlyMessage?: string) =>
  badInput(message, 'INVALID_QUERY_INPUT', userFriendlyMessage);

export const recordNotFound = () =>
  new ApiError('Record not found', 'NOT_FOUND', 'RECORD_NOT_FOUND', 'This record does not exist or has been deleted.');

/** @param reason such as `no permission to write field "status" on "correspondence"` */
export const permissionDenied = (reason?: string) =>
  new ApiError(
    `Entity performing the request does not have permission${reason ? `: ${reason}` : ''}`,
    'FORBIDDEN',
    'PERMISSION_DENIED',
    'User does not have permission.',
  );

export const tokenInvalid = () =>
  new ApiError('Token invalid.', 'UNAUTHENTICATED', 'UNAUTHENTICATED', 'You must be authenticated to perform this action.');

export const forbiddenResource = () => new ApiError('Forbidden resource', 'FORBIDDEN');

export const asGraphqlError = (error: unknown): { message: string; extensions: Record<string, unknown> } => {
  const cause = (error as { originalError?: unknown }).originalError ?? error;
  if (cause instanceof ApiError) return { message: cause.message, extensions: cause.extensions };
  return { message: (cause as Error).message, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
};
