import { v5 } from 'uuid';

/** The namespace of every identifier this app gives. It never changes: Twenty knows our objects and fields by the results. */
const NAMESPACE = '5d9e6e3c-6f0a-5c57-9d8b-6a1b0a3c2f41';

/**
 * The universal identifier of a part of the app.
 *
 * @param path a readable path, such as `correspondence`, `correspondence.status` or `role.lawyer`
 * @returns a UUIDv5, always the same for the same path
 */
export const identifier = (path: string): string => v5(path, NAMESPACE);
