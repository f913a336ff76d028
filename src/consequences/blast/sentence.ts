// The one sentence that says what a call would do, to what.
import type { Decision } from '../../guard/decision.ts';
import type { HangingThing } from '../blast-radius.ts';
import { counted, listed, mostNames, plural } from './words.ts';

/** One of the things in words: its name, and what tells it apart. */
export interface Described {
  readonly name: string | undefined;
  readonly details: readonly string[];
}

/** What a sentence is made of. */
export interface Matter {
  /** "Destroys", "Takes Droplets off". */
  readonly does: string;
  /** It destroys the thing itself, and not only something of it. */
  readonly destroysIt: boolean;
  readonly kind: string;
  /** How the call names the thing: `web-01`, `123`. */
  readonly known: readonly string[];
  readonly things: readonly Described[];
  /** Things that are there besides those that were described. */
  readonly more: number;
  /** What the call takes away, where it does not destroy the thing itself. */
  readonly loses: readonly string[];
  readonly also: string | undefined;
  readonly losesData: boolean;
  readonly hanging: readonly HangingThing[];
}

const described = ({ name, details }: Described): string =>
  [name, details.length > 0 ? `(${details.join(', ')})` : undefined]
    .filter((part) => part !== undefined)
    .join(' ');

const several = (kind: string, names: readonly string[], more: number): string =>
  `${counted(names.length + more, kind)}: ${listed([...names, ...(more > 0 ? [`${more} more`] : [])])}`;

const object = ({ kind, known, things, more }: Matter): string => {
  const [only] = things;
  if (things.length > 1 || more > 0) return several(kind, things.map(described), more);
  if (!only && known.length > 1)
    return several(kind, known.slice(0, mostNames), Math.max(0, known.length - mostNames));
  const name = only ? described({ ...only, name: only.name ?? known[0] }) : known[0];
  return ['the', kind, name].filter((part) => part !== undefined && part !== '').join(' ');
};

const withIt = (how: string, hanging: readonly HangingThing[]): string => {
  const gone = hanging
    .filter(({ fate }) => fate === 'destroyed')
    .map(({ count, kind }) => (count === null ? plural(kind) : counted(count, kind)));
  return gone.length === 0 ? '' : `${how} ${listed(gone)}`;
};

/** What a call does, in one sentence without a full stop. */
export const sentenceOf = (matter: Matter): string => {
  const { does, destroysIt, loses, also, losesData, hanging } = matter;
  const clauses = [...loses, ...(also === undefined ? [] : [also])];
  const what = clauses.length === 0 ? '' : `: ${listed(clauses)}`;
  const data = losesData ? ', and what is stored there is gone for good' : '';
  return `${does} ${object(matter)}${what}${withIt(destroysIt ? ', and with it' : ', which destroys', hanging)}${data}`;
};

/** Why a call destroys, without its name: "takes the firewall off its tags". */
export const losesOf = (name: string, { why }: Decision): readonly string[] =>
  why.map((reason) => (reason.startsWith(`${name} `) ? reason.slice(name.length + 1) : reason));
