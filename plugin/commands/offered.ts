import type { CommandMenuItemConfig } from 'twenty-sdk/define';
import type { Completion, LetterStatus } from '../../custom-objects/vocabulary';

/**
 * The SDK's build rewrites the source text that follows this property's name, as if it always were an expression of its own
 * variables; nothing else reads those. Set by a computed name, the text reaches Twenty as it is, in Twenty's own language.
 */
const KEY = 'conditionalAvailabilityExpression';

/** A command is in sight only where it can make sense; the panel that it opens knows the rest. */
export const offeredIf = (expression: string): Pick<CommandMenuItemConfig, typeof KEY> => ({ [KEY]: expression });

export const ONE_RECORD = 'numberOfSelectedRecords == 1';

const oneOf = (field: string, values: string[]): string => `(${values.map((value) => `everyEquals(selectedRecords, "${field}", "${value}")`).join(' or ')})`;

/** For one letter in one of these statuses. */
export const offeredWhile = (statuses: LetterStatus[], ...also: string[]) => offeredIf([ONE_RECORD, ...also, oneOf('status', statuses)].join(' and '));

/** For one event in one of these states. */
export const offeredOnEvent = (completions: Completion[]) => offeredIf(`${ONE_RECORD} and ${oneOf('completion', completions)}`);
