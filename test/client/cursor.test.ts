// Cursors: they go on exactly where the last answer ended, and only for the list they were made for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { createCarriedCredential } from '../../src/account/credential.ts';
import type { ListReply } from '../../src/client/client.ts';
import { callOf, calm, createKit, entries, failureOf, token } from './kit.ts';
import { ids, items, linked, prepareMeetings } from './meeting.ts';

const { meet, alsoClose } = prepareMeetings();

const call = callOf(entries.list);

describe('after', () => {
  it('goes on exactly where the last answer ended, whatever the sizes of list, answers and pages', async () => {
    const { server, api } = await meet(({ path, query, ...rest }, url) =>
      linked(() => items(Number(query.get('n'))))({ path, query, ...rest }, url),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 130 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 60 }),
        async (count, sizes, largest) => {
          const endpoint: Endpoint = {
            ...entries.list,
            reply: { kind: 'list', key: 'droplets', paging: { style: 'links', largest } },
          };
          const sized = callOf(endpoint, { request: { query: [['n', String(count)]] } });
          const seen: number[] = [];
          let after: string | null | undefined;
          for (let turn = 0; after !== null && turn < 200; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            const list: ListReply = await api.list(
              sized,
              { maxItems: size, ...(after !== undefined && { after }) },
              calm,
            );
            if (list.items.length > size) throw new Error('more than asked for');
            seen.push(...ids(list));
            after = list.after;
          }
          expect(seen).toEqual(items(count).map(({ id }) => id));
        },
      ),
      { numRuns: 40 },
    );
    expect(server.arrived.length).toBeGreaterThan(0);
  });

  it('goes on after the last item given, although new ones came in before it', async () => {
    let all = items(30);
    const { api } = await meet((arrived, url) => linked(() => all)(arrived, url));
    const first = await api.list(call, { maxItems: 10 }, calm);
    all = [{ id: 500 }, { id: 501 }, ...all];
    const rest = await api.list(call, { maxItems: 50, after: first.after ?? '' }, calm);
    expect(ids(rest)[0]).toBe(11);
    expect(new Set(ids(rest)).size).toBe(20);
  });

  it('can be had for any item, for answers that show fewer than were read', async () => {
    const { api } = await meet(linked(() => items(90)));
    const small = callOf({
      ...entries.list,
      reply: { kind: 'list', key: 'droplets', paging: { style: 'links', largest: 25 } },
    });
    const first = await api.list(small, { maxItems: 60 }, calm);
    for (const index of [0, 1, 24, 25, 26, 59, 60]) {
      const cursor = first.resumeAt(index);
      const rest = await api.list(small, { maxItems: 3, after: cursor ?? '' }, calm);
      expect(ids(rest)[0]).toBe(index + 1);
    }
  });

  it('is the same on another replica and after a restart, and useless with another token', async () => {
    const { server, api } = await meet(linked(() => items(60)));
    const { after } = await api.list(call, { maxItems: 20 }, calm);
    const replica = createKit(server);
    const stranger = createKit(server, { bearer: createCarriedCredential(`${token}0`) });
    alsoClose(replica.close, stranger.close);
    expect(ids(await replica.api.list(call, { maxItems: 1, after: after ?? '' }, calm))).toEqual([
      21,
    ]);
    expect(
      (await failureOf(stranger.api.list(call, { maxItems: 1, after: after ?? '' }, calm))).code,
    ).toBe('bad_cursor');
  });

  it('survives the renewal of the token, and is useless with the renewed one alone', async () => {
    const renewed = `${token}1`;
    let tokens: readonly string[] = [token];
    const bearer = {
      id: 'somebody',
      current: () => tokens[0] ?? '',
      rejected: () => false,
      tokens: () => tokens,
    };
    const { server, api } = await meet(
      linked(() => items(60)),
      { bearer },
    );
    const { after } = await api.list(call, { maxItems: 20 }, calm);
    tokens = [renewed, token];
    const rest = await api.list(call, { maxItems: 1, after: after ?? '' }, calm);
    expect(ids(rest)).toEqual([21]);
    expect(server.arrived.at(-1)?.headers['authorization']).toBe(`Bearer ${renewed}`);
    // What is given now is sealed with the renewed token, so that a restart can open it.
    const later = createKit(server, { bearer: createCarriedCredential(renewed) });
    alsoClose(later.close);
    expect(ids(await later.api.list(call, { maxItems: 1, after: rest.after ?? '' }, calm))).toEqual(
      [22],
    );
    expect(
      (await failureOf(later.api.list(call, { maxItems: 1, after: after ?? '' }, calm))).code,
    ).toBe('bad_cursor');
  });

  it('is refused by another tool or other filters, and nothing is sent', async () => {
    const { server, api } = await meet(linked(() => items(60)));
    const after = (await api.list(call, { maxItems: 20 }, calm)).after ?? '';
    const others = [
      callOf({ ...entries.list, id: 'images_list' } as Endpoint),
      callOf(entries.list, { request: { query: [['tag_name', 'x']] } }),
      callOf(entries.list, { request: { path: '/v2/other' } }),
    ];
    for (const other of others)
      expect((await failureOf(api.list(other, { maxItems: 20, after }, calm))).code).toBe(
        'bad_cursor',
      );
    expect(server.arrived).toHaveLength(1);
  });

  it('is refused when it was altered in any way, or made up', async () => {
    const { server, api } = await meet(linked(() => items(60)));
    const after = (await api.list(call, { maxItems: 20 }, calm)).after ?? '';
    const refuse = async (cursor: string): Promise<void> => {
      expect((await failureOf(api.list(call, { maxItems: 20, after: cursor }, calm))).code).toBe(
        'bad_cursor',
      );
    };
    for (const made of [
      '',
      'x',
      `${after}A`,
      after.slice(1),
      after.slice(0, -1),
      `${after}=`,
      'a'.repeat(5000),
      '..',
      'é',
    ])
      await refuse(made);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(after.length - 1),
        fc.constantFrom(...'ABCxyz019-_'),
        async (at, letter) => {
          fc.pre(after[at] !== letter);
          await refuse(`${after.slice(0, at)}${letter}${after.slice(at + 1)}`);
        },
      ),
    );
    await fc.assert(fc.asyncProperty(fc.base64String(), refuse));
    expect(server.arrived).toHaveLength(1);
  });
});
