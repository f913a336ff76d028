// Answers stay within bounds, whatever comes back: nothing of ours is overwritten, nothing is built that is not shown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../scope-map/catalogue.ts';
import { answerObject, answerText } from '../../tools/answer/answer.ts';
import { boundObject, longestAnswer } from '../../tools/answer/bounds.ts';
import { startList } from '../../tools/answer/list-answer.ts';
import { lengthWithin } from '../../tools/answer/measure.ts';
import { visibleJson } from '../../tools/invisible/values.ts';
import { isObject } from '../../tools/json-object.ts';
import { redactionMark } from '../../tools/secrets/redaction-mark.ts';
import { buildTools } from '../../tools/tool/build-tools.ts';
import type { Tool } from '../../tools/tool/tool.ts';

const tools = buildTools(await loadCatalogue());

const named = (name: string): Tool => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  return tool;
};

const many = <T>(length: number, one: (at: number) => T): T[] =>
  Array.from({ length }, (_, at) => one(at));

const megabytes = 'x'.repeat(8_000_000);
const end = { siblings: {}, total: null, after: null };
const options = {
  allowSecrets: false,
  longest: longestAnswer,
  resumeAt: (at: number) => `at ${at}`,
};

const listed = (items: readonly unknown[], siblings: Record<string, unknown> = {}, given = {}) => {
  const answer = startList(named('droplets_list'), given, options);
  for (const item of items) answer.take(item);
  return answer.finish({ ...end, siblings, resumeAt: options.resumeAt });
};

const sizeOf = (answer: unknown): number => JSON.stringify(answer).length;

/** Items that count how often they are looked at. */
const counted = (looks: { count: number }) => ({
  get id() {
    looks.count += 1;
    return 1;
  },
  name: 'x'.repeat(1000),
});

describe('what nobody sees', () => {
  const unseen = 'a\u200b\u{e0041}'.repeat(30_000);
  const shownSize = (answer: unknown): number => visibleJson(answer).length;

  it('counts as long as it is shown', () => {
    const value = { [unseen]: [unseen, '\u0007"⟦U+200B⟧\ud83d\n'] };
    expect(lengthWithin(value, 10_000_000)).toBeGreaterThanOrEqual(visibleJson(value).length);
    for (const answer of [
      answerText(named('droplets_get'), 'logs', unseen, options),
      answerText(
        named('droplets_get'),
        'logs',
        `${'\u202e'.repeat(9_000)}${'x'.repeat(50_000)}`,
        options,
      ),
      answerObject(
        named('droplets_get'),
        {},
        { droplet: { id: 1, name: unseen, tags: [unseen] } },
        options,
      ),
      listed(many(200, (id) => ({ id, name: unseen.slice(0, 900), tags: [unseen.slice(0, 300)] }))),
    ]) {
      expect(shownSize(answer)).toBeLessThan(longestAnswer);
      expect(shownSize(answer)).toBeGreaterThan(80);
    }
  });

  it('is cut between marks, never in one', () => {
    const { logs } = answerText(named('droplets_get'), 'logs', unseen, options);
    const shown = visibleJson(logs);
    expect(shown.length).toBeGreaterThan(50_000);
    expect(shown.replaceAll(/⟦U\+[0-9A-F]{4,6}⟧/g, '')).toMatch(/^"a*"$/);
    expect(unseen.endsWith(String(logs))).toBe(true);
  });
});

describe('the length of a value', () => {
  it('is never told too short, and only a little too long', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(200), (value, longest) => {
        const exact = JSON.stringify(value).length;
        const told = lengthWithin(value, longest);
        if (told === undefined) expect(exact + 100).toBeGreaterThan(longest / 2);
        else expect(told).toBeGreaterThanOrEqual(exact);
        expect(lengthWithin(value, 2 * exact + 10)).toBeDefined();
      }),
    );
  });

  it('is not counted any further than it matters', () => {
    const looks = { count: 0 };
    expect(
      lengthWithin(
        many(10_000, () => counted(looks)),
        10_000,
      ),
    ).toBeUndefined();
    expect(looks.count).toBeLessThan(20);
  });
});

describe('an object', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a text of megabytes', { id: 1, name: megabytes }],
    ['a name of megabytes', { id: 1, [megabytes]: 1 }],
    [
      'too many long fields',
      Object.fromEntries(many(200_000, (at) => [`field_${at}`, 'y'.repeat(90)])),
    ],
    ['many long fields', Object.fromEntries(many(900, (at) => [`field_${at}`, 'y'.repeat(900)]))],
    ['lists of megabytes', { id: 1, list: many(1_000_000, () => ({})) }],
  ])('fits, and says what is left out, with %s', (_, droplet) => {
    const answer = answerObject(named('droplets_get'), {}, { droplet }, options);
    expect(sizeOf(answer)).toBeLessThanOrEqual(longestAnswer);
    expect(answer['note']).toMatch(/fields? (was|were) left out/);
    expect((answer['left_out'] as unknown[]).length).toBeLessThanOrEqual(50);
  });

  it('is looked at no further than anybody reads', () => {
    const droplet = Object.fromEntries(many(200_000, (at) => [`f${at}`, at]));
    const answer = answerObject(named('droplets_get'), {}, { droplet }, options);
    expect(Object.keys(answer)).toHaveLength(1001);
    expect(answer['note']).toBe('Only the first 1000 fields were looked at.');
  });

  it('keeps what is ours, however many fields the resource has', () => {
    const droplet = Object.fromEntries(many(5000, (at) => [`field_${at}`, 'y'.repeat(100)]));
    const body = { droplet, links: { actions: [{ id: 7, status: 'in-progress' }] } };
    expect(
      answerObject(named('droplets_create'), {}, body, { ...options, next: 'Call x.' }),
    ).toMatchObject({
      action: { id: 7, status: 'in-progress' },
      next: 'Call x.',
    });
  });

  it('comes back as it is when it fits', () => {
    const answer = { a: 1, b: ['x'] };
    expect(boundObject(answer)).toBe(answer);
  });
});

describe('a list', () => {
  it('takes items one by one until they no longer fit, and goes on there', () => {
    const looks = { count: 0 };
    const list = startList(named('droplets_list'), { detail: 'full' }, options);
    let taken = 0;
    while (list.take(counted(looks))) taken += 1;
    expect(taken).toBeGreaterThan(40);
    expect(list.take({ id: 2 })).toBe(false);
    expect(looks.count).toBeLessThan(10 * taken);
    const answer = list.finish({ ...end, resumeAt: options.resumeAt });
    expect(answer).toMatchObject({ returned: taken, after: `at ${taken}` });
    expect(answer['note']).toMatch(/these \d+ items fit into one answer/);
    expect(sizeOf(answer)).toBeLessThanOrEqual(longestAnswer);
  });

  it('shows its first item in part rather than nothing', () => {
    const answer = listed(
      [{ id: 1, name: 'web', user_text: megabytes }, { id: 2 }],
      {},
      { detail: 'full' },
    );
    expect(answer['items']).toEqual([expect.objectContaining({ id: 1, name: 'web' })]);
    expect(sizeOf(answer)).toBeLessThanOrEqual(longestAnswer);
    expect(answer).toMatchObject({ returned: 1, after: 'at 1' });
  });

  it('is never overwritten by what stands beside it', () => {
    const names = [
      'items',
      'after',
      'note',
      'columns',
      'total',
      'returned',
      'next',
      'account',
      'beside',
    ];
    const answer = listed([{ id: 1 }], Object.fromEntries(names.map((name) => [name, 'theirs'])));
    expect(answer).toMatchObject({ items: [{ id: 1 }], returned: 1, total: null, after: null });
    expect(answer['beside']).toEqual(Object.fromEntries(names.map((name) => [name, 'theirs'])));
    for (const name of ['note', 'columns', 'next', 'account']) expect(answer[name]).toBeUndefined();
  });

  it('bounds what stands beside it', () => {
    for (const siblings of [
      { more: megabytes, count: 5 },
      { [megabytes]: 1, count: 5 },
      { count: 5, ...Object.fromEntries(many(50_000, (at) => [`sibling_${at}`, at])) },
    ]) {
      const answer = listed([{ id: 1 }], siblings);
      expect(sizeOf(answer)).toBeLessThan(20_000);
      expect(answer).toMatchObject({ items: [{ id: 1 }], count: 5 });
      expect(answer['note']).toMatch(/left out/);
    }
  });

  it('takes credentials out of items and of what stands beside them, and says so', () => {
    const answer = listed([{ id: 1, name: 'a://b:hunter2@c' }], {
      token: 'hunter2',
      url: 'a://b:hunter2@c',
    });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(answer['note']).toMatch(/the user finds them in DigitalOcean's control panel/);
    expect(listed([{ id: 1 }])['note']).toBeUndefined();
  });

  it('answers anything that a reply may hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (items, siblings) => {
          const answer = listed(items, siblings, { detail: 'full' });
          expect(Array.isArray(answer['items'])).toBe(true);
          expect(answer['returned']).toBe((answer['items'] as unknown[]).length);
          expect(isObject(JSON.parse(JSON.stringify(answer)))).toBe(true);
        },
      ),
    );
  });

  it('takes time in proportion to its items, not to items times names in fields', () => {
    const fields = many(100, (at) => `field_${at}.inner.deeper`);
    const looks = { count: 0 };
    const list = startList(named('droplets_list'), { fields }, options);
    for (let at = 0; at < 200; at++) list.take(counted(looks));
    expect(looks.count).toBeLessThanOrEqual(200);
  });
});

describe('a text', () => {
  const logs = (text: string, allowSecrets = false) =>
    answerText(named('apps_get_logs_active_deployment_aggregate'), 'logs', text, { allowSecrets });

  it('is shown to its end, without credentials', () => {
    const answer = logs(`${'line\n'.repeat(100_000)}DB_PASSWORD=hunter2\nlast`);
    expect(answer['logs']).toMatch(/last$/);
    expect(answer['logs']).toContain(redactionMark);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(answer['note']).toMatch(/^The first \d+ characters were left out/);
    expect(sizeOf(answer)).toBeLessThanOrEqual(longestAnswer + 20_000);
  });

  it('hides a credential also where the text is cut in the middle of it', () => {
    const token = ['dop', '_v1_', 'ab12'.repeat(16)].join('');
    for (const shift of [0, 10, 30, 60]) {
      const text = `${'x '.repeat(1000)}${token}${' y'.repeat((longestAnswer - 4000 - shift) / 2)}`;
      expect(JSON.stringify(logs(text))).not.toContain('ab12ab12');
    }
  });

  it('comes as it is where the owner lets credentials through', () => {
    expect(logs('DB_PASSWORD=hunter2', true)).toEqual({ logs: 'DB_PASSWORD=hunter2' });
  });
});
