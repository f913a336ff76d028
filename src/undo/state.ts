// Reads the state that a call changes, as the area tells where it stands.
import type { State, StateLook } from '../../scope-map/endpoint/undo.ts';
import { operationIndex } from '../../scope-map/operation-index.ts';
import { isObject } from '../../tools/json-object.ts';
import type { Lookout } from '../consequences/look.ts';
import { argumentsFrom, at, type Known, textOf, valueFrom } from './values.ts';

/** What was read. */
export type Read =
  | { readonly kind: 'seen'; readonly state: unknown }
  /** There is no such thing. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unread'; readonly reason: string };

const unread = (reason: string): Read => ({ kind: 'unread', reason });

const readOne = async (look: StateLook, known: Known, lookout: Lookout): Promise<Read> => {
  const { operation, given, where } = look;
  const looked = await lookout.look(operation, argumentsFrom(given, known));
  if (looked.kind === 'gone') return { kind: 'gone' };
  if (looked.kind !== 'seen') return unread(looked.reason);
  const items = await lookout.itemsOf(operation, looked.body);
  if (where) {
    const found = items.find((item) =>
      Object.entries(where).every(
        ([field, from]) => textOf(at(item, field)) === textOf(valueFrom(from, known)),
      ),
    );
    if (found !== undefined) return { kind: 'seen', state: found };
    return looked.isWhole ? { kind: 'gone' } : unread('the list has more than one page');
  }
  if (operationIndex[operation].reply !== 'list') return { kind: 'seen', state: items[0] };
  return looked.isWhole
    ? { kind: 'seen', state: { items } }
    : unread('the list has more than one page');
};

interface Element {
  readonly of: unknown;
  readonly id: unknown;
  readonly look: StateLook | undefined;
}

const readEach = async (
  elements: readonly Element[],
  most: number,
  known: Known,
  lookout: Lookout,
): Promise<Read> => {
  if (elements.length > most) return unread(`they are more than ${most}`);
  const reads = await Promise.all(
    elements.map(({ id, look }) =>
      look
        ? readOne(look, { ...known, given: { ...known.given, it: id } }, lookout)
        : unread('nothing is known of this kind'),
    ),
  );
  const failed = reads.find((read) => read.kind === 'unread');
  if (failed) return failed;
  const items = reads.flatMap((read, index) =>
    read.kind === 'seen' ? [{ of: elements[index]?.of, is: read.state }] : [],
  );
  return { kind: 'seen', state: { items } };
};

const readSeveral = async (
  looks: Readonly<Record<string, StateLook>>,
  known: Known,
  lookout: Lookout,
): Promise<Read> => {
  const names = Object.keys(looks);
  const reads = await Promise.all(
    Object.values(looks).map((look) => readOne(look, known, lookout)),
  );
  const failed = reads.find((read) => read.kind === 'unread');
  if (failed) return failed;
  const entries = reads.map(
    (read, index) => [names[index] ?? '', read.kind === 'seen' ? read.state : null] as const,
  );
  return { kind: 'seen', state: Object.fromEntries(entries) };
};

/** Reads a state with the rights of whoever looks. Never throws. */
export const readState = async (state: State, known: Known, lookout: Lookout): Promise<Read> => {
  if ('several' in state) return readSeveral(state.several, known, lookout);
  if ('every' in state) {
    const list = known.given[state.every];
    const elements = (Array.isArray(list) ? list : []).map(
      (of): Element => ({
        of,
        id: at(of, state.id),
        look: isObject(of) ? state.looks[String(at(of, state.kind))] : undefined,
      }),
    );
    return readEach(elements, state.most, known, lookout);
  }
  if ('over' in state) {
    const over = await readOne(state.over, known, lookout);
    if (over.kind !== 'seen') return over;
    const list = at(over.state, 'items');
    const elements = (Array.isArray(list) ? list : []).map(
      (of): Element => ({ of, id: at(of, state.id), look: state.look }),
    );
    return readEach(elements, state.most, known, lookout);
  }
  return readOne(state, known, lookout);
};
