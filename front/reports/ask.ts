/** Asks Twenty's API with the viewer's own rights. In a page it is `records` of `lib/api`. */
export type Ask = <T>(query: string, variables?: object) => Promise<T>;
