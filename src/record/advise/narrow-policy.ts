// Grants and rules that let recorded calls through and little else: by tool, by what the calls did, and by the things
// that they named, where the record tells them all.
import type { Tool } from '../../../tools/tool/tool.ts';
import { ruledCall } from '../../guard/ruled-call.ts';
import { kindsOf } from '../../policy/call.ts';
import type { Access, Dimension, WrittenGrant, WrittenRule } from '../../policy/shape.ts';
import { thingsOf } from '../../policy/things.ts';
import { readsToJudge } from '../../policy/to-read.ts';
import { isCut } from '../read/hidden.ts';
import type { RecordedCall } from '../read/recorded-call.ts';
import { asItWas } from './as-it-was.ts';

/** Different things of one tool that are named in a grant; where there are more, it names none. */
const mostThings = 50;

/** What calls of one tool did, and to what. */
export interface Bounded {
  readonly tool: string;
  readonly kinds: Set<Access>;
  /** Null where the record does not tell all things, or they cannot be told apart by their names alone. */
  things: { readonly by: Dimension; readonly values: Set<string> } | null | undefined;
}

/** Nothing yet. */
export const unbounded = (tool: string): Bounded => ({
  tool,
  kinds: new Set(),
  things: undefined,
});

/** By what a name in a path tells things apart: a domain or a tag is its own name. */
const dimensions = ['domains', 'tags', 'ids'] as const;

const isPattern = (text: string): boolean => /[*?]/.test(text);

/** The one thing that a call is about, where nothing has to be read to know it. */
const thingOf = (tool: Tool, { given }: RecordedCall) => {
  const [thing, ...others] = thingsOf(tool, given);
  if (!thing || others.length > 0 || thing.change || readsToJudge(thing)) return undefined;
  const by = dimensions.find((one) => (thing.known[one]?.length ?? 0) > 0);
  const [value] = (by && thing.known[by]) ?? [];
  if (by === undefined || value === undefined || isCut(value) || isPattern(value)) return undefined;
  return thing.role === 'subject' && tool.places.path.length > 0 ? { by, value } : undefined;
};

/** Adds a call that was let through. */
export const addBounds = (bounded: Bounded, tool: Tool, call: RecordedCall): void => {
  const then = asItWas(tool, call);
  const ruled = ruledCall(
    { tool: then, given: call.given },
    { allowSecrets: call.decision?.shows === true, readOnly: false },
  );
  for (const kind of kindsOf(ruled)) bounded.kinds.add(kind);
  if (bounded.things === null) return;
  const thing = thingOf(then, call);
  const things = bounded.things ?? (thing && { by: thing.by, values: new Set<string>() });
  if (!thing || !things || things.by !== thing.by) {
    bounded.things = null;
    return;
  }
  things.values.add(thing.value);
  bounded.things = things.values.size > mostThings ? null : things;
};

/** Grants and rules, for an entry of the file of agents or for a file without agents. */
export interface NarrowPolicy {
  readonly grants: readonly WrittenGrant[];
  readonly rules: readonly WrittenRule[];
}

const grantOf = ({ tool, kinds, things }: Bounded): WrittenGrant => ({
  tools: [tool],
  access: [...kinds].toSorted(),
  ...(things && { resources: { [things.by]: [...things.values].toSorted() } }),
});

/**
 * What lets such calls through. What only changes goes on without a question, what bills, discloses or destroys asks.
 * @param own tools of our own that were called.
 */
export const narrowPolicy = (bounds: readonly Bounded[], own: readonly string[]): NarrowPolicy => {
  const acting = bounds.filter(({ kinds }) => !(kinds.size === 1 && kinds.has('read')));
  const isPlain = ({ kinds }: Bounded): boolean =>
    [...kinds].every((kind) => kind === 'read' || kind === 'change');
  const rule = (decision: 'allow' | 'ask', some: readonly Bounded[]): readonly WrittenRule[] =>
    some.length === 0 ? [] : [{ tools: some.map(({ tool }) => tool).toSorted(), decision }];
  return {
    grants: [
      ...bounds.toSorted((one, other) => one.tool.localeCompare(other.tool)).map(grantOf),
      ...(own.length === 0 ? [] : [{ tools: [...own].toSorted() }]),
    ],
    rules: [
      ...rule('allow', acting.filter(isPlain)),
      ...rule(
        'ask',
        acting.filter((one) => !isPlain(one)),
      ),
    ],
  };
};
