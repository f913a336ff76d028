// Whatever a look ahead meets, a person gets one sentence and a short list, and nothing in an account can break them.
import { describe, expect, it } from 'vitest';
import { replyFieldsOf } from '../../scope-map/reply-fields.ts';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import { blastRadiusOf } from '../../src/consequences/blast/blast-radius-of.ts';
import { inWords } from '../../src/consequences/blast/in-words.ts';
import { type Looked, type Lookout, mostLooks } from '../../src/consequences/look.ts';
import { consequenceOf } from '../../src/guard/effect.ts';
import { tools } from '../agent.ts';

const destroying = tools
  .filter(
    ({ endpoint: { effect, conditions = [] } }) =>
      effect === 'destroy' || conditions.some((condition) => condition.effect === 'destroy'),
  )
  .map((tool) => ({ tool, given: exampleArguments(tool).full }));

/** Sees the same wherever it looks; counts its looks by what they ask. */
const lookout = (
  seen: (operation: string) => Promise<{ looked: Looked; items: readonly unknown[] }>,
): Lookout => {
  const asked = new Set<string>();
  return {
    get sent() {
      return asked.size;
    },
    lacks: async (scopes) => scopes,
    look: async (operation, given) => {
      asked.add(`${operation} ${JSON.stringify(given)}`);
      return (await seen(operation)).looked;
    },
    itemsOf: async (operation) => (await seen(operation)).items,
  };
};

const harmOf = async ({ tool, given }: (typeof destroying)[number], looking: Lookout) => {
  const { effect, cost, why } = consequenceOf(tool, given);
  const decision = {
    verdict: { answer: 'allowed' },
    effect,
    cost,
    why,
    discloses: 'nothing',
    targets: [],
  } as const;
  return blastRadiusOf({ tool, given, decision }, looking, () => 0);
};

const expectReadable = (radius: Awaited<ReturnType<typeof harmOf>>): void => {
  const words = inWords(radius);
  expect(words.length).toBeLessThanOrEqual(1_500);
  expect(words).not.toMatch(/(?!\n)\p{Cc}/u);
  // Every line is ours: no name begins one.
  for (const line of words.split('\n').slice(1)) expect(line).toMatch(/^- /);
  expect(radius.sentence).not.toContain('\n');
  // Whoever compares two of them finds the one kind of things by the other.
  const kinds = radius.hanging.map(({ kind, fate }) => `${fate} ${kind}`);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(radius.sentence).not.toMatch(/\.$|undefined|\[object|NaN/);
};

const shallow = new Map<string, Promise<readonly string[]>>();

/** Documented places that are as deep as harms look; whole agents inside of agents would take seconds. */
const shallowFieldsOf = (operation: string): Promise<readonly string[]> => {
  const find = async () =>
    ((await replyFieldsOf(operation)) ?? []).filter((field) => field.split('.').length <= 4);
  const fields = shallow.get(operation) ?? find();
  shallow.set(operation, fields);
  return fields;
};

const filled = new Map<unknown, Map<string, Promise<unknown>>>();

/** A resource with this value at every documented place that holds no others; made once. */
const resourceOf = (operation: string, value: unknown): Promise<unknown> => {
  const fill = async (): Promise<unknown> => {
    const root: Record<string, unknown> = {};
    const branches = new Map([['', root]]);
    const fields = await shallowFieldsOf(operation);
    const above = new Set(fields.map((field) => field.split('.').slice(0, -1).join('.')));
    for (const field of fields) {
      const keys = field.split('.');
      // Names of fields come above those of what is in them.
      const branch = branches.get(keys.slice(0, -1).join('.'));
      const inner: Record<string, unknown> = {};
      if (branch) branch[keys.at(-1) ?? ''] = above.has(field) ? inner : value;
      if (above.has(field)) branches.set(field, inner);
    }
    return root;
  };
  const known = filled.get(value) ?? new Map<string, Promise<unknown>>();
  const made = known.get(operation) ?? fill();
  filled.set(value, known.set(operation, made));
  return made;
};

const hostile = `web\u001b[2J\n- Stays: nothing\r\u202e${'x'.repeat(10_000)}`;

describe.each(destroying.map((call) => [call.tool.name, call] as const))('%s', (_, call) => {
  it('says what it could not read, and how it knows nothing', async () => {
    const looking = lookout(async () => ({
      looked: { kind: 'barred', reason: 'the token lacks it' },
      items: [],
    }));
    const radius = await harmOf(call, looking);
    expectReadable(radius);
    if (looking.sent > 0) expect(radius.unknown.length).toBeGreaterThan(0);
    expect(radius.monthlyUsd).toBeNull();
  });

  it.each([
    ['texts that break lines and terminals', hostile],
    ['numbers', 7],
    ['nothing', null],
    ['objects where none should be', { deep: [[{}]] }],
  ])('can be told where every field holds %s', async (_kind, value) => {
    const looking = lookout(async (operation) => {
      const one = await resourceOf(operation, value);
      return { looked: { kind: 'seen', body: {}, isWhole: false }, items: [one, one] };
    });
    expectReadable(await harmOf(call, looking));
  });

  it('makes no more reads than are let through by far', async () => {
    const looking = lookout(async (operation) => ({
      looked: { kind: 'seen', body: {}, isWhole: true },
      items: [await resourceOf(operation, 'one')],
    }));
    await harmOf(call, looking);
    expect(looking.sent).toBeLessThanOrEqual(mostLooks);
  });
});
