/** A filter for texts that hold another, in whatever case. */
export const like = (text: string) => ({ ilike: `%${text.replace(/[\\%_]/g, '\\$&')}%` });
