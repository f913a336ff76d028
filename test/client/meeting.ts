// Brings a client and a fault server together for one test, and closes both after it.
import { afterEach } from 'vitest';
import type { ApiClientOptions } from '../../src/client/api-client.ts';
import type { ListReply } from '../../src/client/client.ts';
import type { UndiciTransportOptions } from '../../src/client/wire/undici-transport.ts';
import {
  type Arrived,
  type Fault,
  type FaultServer,
  json,
  startFaultServer,
} from './fault-server.ts';
import { createKit, type Kit } from './kit.ts';

/** A server and the client that meets it. */
export type Meeting = Kit & { readonly server: FaultServer };

/** The meetings of one test file. */
export interface Meetings {
  /** Starts a server with this script, which is also told the server's own address, and a client for it. */
  meet(
    script: (arrived: Arrived, url: string) => Fault | Promise<Fault>,
    own?: Partial<ApiClientOptions> & { readonly wire?: UndiciTransportOptions },
  ): Promise<Meeting>;
  /** Closes something else after the test. */
  alsoClose(...closing: readonly (() => Promise<void>)[]): void;
}

/** Prepares meetings; to be called once at the top of a test file. */
export const prepareMeetings = (): Meetings => {
  const opened: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
  });
  return {
    meet: async (script, own = {}) => {
      const server: FaultServer = await startFaultServer((arrived) => script(arrived, server.url));
      const kit = createKit(server, own);
      opened.push(kit.close, server.close);
      return { server, ...kit };
    },
    alsoClose: (...closing) => {
      opened.push(...closing);
    },
  };
};

/** An item of the lists that tests read. */
export interface Item {
  readonly id: number;
}

/** So many items, numbered from `from` on. */
export const items = (count: number, from = 1): Item[] =>
  Array.from({ length: count }, (_, at) => ({ id: from + at }));

/** The ids in a list, in order. */
export const ids = (list: ListReply): number[] => list.items.map((item) => (item as Item).id);

/** Answers a list in pages as DigitalOcean does: absolute links, and only those that make sense. */
export const linked =
  (all: () => readonly unknown[], key = 'droplets') =>
  ({ path, query }: Arrived, url: string): Fault => {
    const page = Number(query.get('page') ?? 1);
    const size = Number(query.get('per_page') ?? 20);
    const part = all().slice((page - 1) * size, page * size);
    const next = new URLSearchParams(query);
    next.set('page', String(page + 1));
    const pages = page * size < all().length ? { next: `${url}${path}?${next}` } : {};
    return json({ [key]: part, links: { pages }, meta: { total: all().length }, notice: 'hello' });
  };
