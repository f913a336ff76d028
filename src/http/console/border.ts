// The border of the console's doors: our own names, our own pages, and no frame of anybody's.

import { ownPages } from '../approvals/own-pages.ts';
import type { HostGuard } from '../border/host-guard.ts';
import type { Border } from '../doors/door.ts';
import { Refusal } from '../refusal.ts';

const refused = (message: string): Refusal => new Refusal({ status: 403, reason: 'host', message });

/** What browsers say a frame is for; none of them shows the console. */
const frames: ReadonlySet<string> = new Set(['frame', 'iframe', 'embed', 'object', 'fencedframe']);

/** Lets pages of this server in; what else a browser asks for on behalf of other sites stays out. */
export const consoleBorder = (guard: HostGuard): Border => {
  const own = ownPages(guard);
  return (exchange) => {
    const stopped = own(exchange);
    if (stopped) return stopped;
    if (frames.has(exchange.header('sec-fetch-dest') ?? ''))
      return refused('The console is not shown within other pages.');
    const site = exchange.header('sec-fetch-site');
    const isOwn = site === null || site === 'same-origin' || site === 'none';
    // A link in a message may lead to a page; nothing else of another site's may ask for anything.
    const isLink = exchange.header('sec-fetch-mode') === 'navigate' && exchange.method === 'GET';
    return isOwn || isLink
      ? undefined
      : refused('Pages of other sites may not ask the console for anything.');
  };
};
