// Replies that most endpoints have.
import type { Reply } from '../endpoint/reply.ts';

/** A list under `key` in pages of up to 200, onward by links: DigitalOcean's usual way. */
export const pagedList = (key: string): Reply => ({
  kind: 'list',
  key,
  paging: { style: 'links', largest: 200 },
});

/** One resource under `key`; `null` where the body is the resource itself. */
export const object = (key: string | null): Reply => ({ kind: 'object', key });

/** Nothing but success. */
export const nothing: Reply = { kind: 'empty' };
