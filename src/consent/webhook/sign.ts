// How what we tell a webhook is signed: as Standard Webhooks 1.0 has it, for which receivers find libraries in any language.
import { createHmac } from 'node:crypto';

/** What the key is for. */
export const webhookPurpose = 'webhook';

/** The key as receivers configure it. */
export const writtenKey = (key: Buffer): string => `whsec_${key.toString('base64')}`;

/** What is signed. */
export interface Signed {
  /** Names the message; the same at every try. */
  readonly id: string;
  /** When it was sent, in milliseconds since the epoch. */
  readonly at: number;
  readonly body: string;
}

/** The headers by which a receiver knows that a message is ours, and of now: HMAC-SHA256 over id, time and body. */
export const signature = (
  key: Buffer,
  { id, at, body }: Signed,
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> => {
  const seconds = String(Math.floor(at / 1_000));
  const seal = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${seal}` };
};
