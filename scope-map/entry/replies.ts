// Replies that most endpoints have.
import type { Reply } from '../endpoint/reply.ts';

/** A list under `key` in pages of up to 200, onward by links: DigitalOcean's usual way. */
export const pagedList = (key: string): Reply => ({
  kind: 'list',
  key,
  paging: { style: 'links', largest: 200 },
});
