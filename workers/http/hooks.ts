import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { JobName } from '../queues';
import { isSame } from './access';

/** How old, or how far ahead, a webhook's time may be. What is older is known no more and could be a replay. */
export const REPLAY_WINDOW_MS = 300_000;

const headersSchema = z.object({
  'x-twenty-webhook-timestamp': z.string().regex(/^\d{10,16}$/).transform(Number),
  'x-twenty-webhook-signature': z.string().regex(/^[0-9a-f]{64}$/),
});

const bodySchema = z.object({
  eventName: z.string(),
  /** Who wrote it. With an API key, as the workers write, there is none. */
  workspaceMemberId: z.string().nullish(),
});

export type Hint = JobName.LOOK | JobName.DOCKET;
export type Judged = { isGenuine: false; why: 'unsigned' | 'forged' | 'too old' | 'unreadable' } | { isGenuine: true; signature: string; hint: Hint | null };

const LETTERS = ['correspondence', 'correspondenceHistory'];

/** What a person wrote is looked at; what follows from it, which the workers write, is not. */
const hintOf = ({ eventName, workspaceMemberId }: z.output<typeof bodySchema>): Hint | null => {
  if (!workspaceMemberId) return null;
  return LETTERS.includes(eventName.split('.')[0]) ? JobName.LOOK : JobName.DOCKET;
};

/** Whether Twenty sent it, just now. Whether for the first time is the caller's to find out, by its signature. */
export const judgeHook = ({ headers, body, secret, now }: { headers: object; body: Buffer; secret: string; now: number }): Judged => {
  const given = headersSchema.safeParse(headers);
  if (!given.success) return { isGenuine: false, why: 'unsigned' };
  const { 'x-twenty-webhook-timestamp': timestamp, 'x-twenty-webhook-signature': signature } = given.data;
  // Twenty signs the text of the body that it sends, so the bytes as they came are what is checked.
  const wanted = createHmac('sha256', secret).update(`${timestamp}:`).update(body).digest('hex');
  if (!isSame(signature, wanted)) return { isGenuine: false, why: 'forged' };
  if (Math.abs(now - timestamp) > REPLAY_WINDOW_MS) return { isGenuine: false, why: 'too old' };
  try {
    return { isGenuine: true, signature, hint: hintOf(bodySchema.parse(JSON.parse(body.toString()))) };
  } catch {
    return { isGenuine: false, why: 'unreadable' };
  }
};
