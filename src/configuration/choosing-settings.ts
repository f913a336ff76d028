// What the owner said about which tools are shown, given its meaning.
import type { Area } from '../../scope-map/areas.ts';
import type { Cost, Effect } from '../../scope-map/endpoint.ts';
import { isScope, scopes as knownScopes } from '../../scope-map/scopes.ts';
import { nearest } from '../../tools/nearest.ts';
import { shown } from '../terminal/veil.ts';
import type { OptionName, OptionValues } from './options/options.ts';
import { areasBehind } from './selection.ts';
import { UsageError } from './usage-error.ts';
import { listOf, nameOf, oneOf } from './values.ts';

/** Which tools are shown; null: whatever they are. */
export interface ToolChoice {
  readonly areas: ReadonlySet<Area> | null;
  readonly access: 'read' | 'write' | null;
  readonly effects: ReadonlySet<Effect> | null;
  readonly scopes: ReadonlySet<string> | null;
  readonly costs: ReadonlySet<Cost> | null;
  /** Only what is not served. */
  readonly hidden: boolean;
}

const setOf = <Word>(
  values: OptionValues,
  name: OptionName,
  read: (word: string) => readonly Word[],
): ReadonlySet<Word> | null => {
  const words = listOf(values, name);
  return words === undefined ? null : new Set(words.flatMap(read));
};

const amongst =
  <const Choice extends string>(name: OptionName, choices: readonly Choice[]) =>
  (word: string): readonly Choice[] => {
    const choice = choices.find((one) => one === word);
    if (choice !== undefined) return [choice];
    const meant = nearest(word, choices);
    throw new UsageError(
      `${nameOf(name)} may name ${choices.join(', ')}, not "${shown(word)}".${meant ? ` Did you mean ${meant}?` : ''}`,
    );
  };

const scopeNamed = (word: string): readonly string[] => {
  if (isScope(word)) return [word];
  const meant = nearest(word, Object.keys(knownScopes));
  throw new UsageError(
    `There is no scope "${shown(word)}".${meant ? ` Did you mean ${meant}?` : ''} Scopes look like droplet:read.`,
  );
};

/** @throws {UsageError} for the first word that means nothing, naming the nearest. */
export const choosingSettings = (values: OptionValues): { readonly choice: ToolChoice } => ({
  choice: {
    areas: setOf(values, 'area', areasBehind),
    access: oneOf(values, 'access', ['read', 'write']) ?? null,
    effects: setOf(values, 'effect', amongst('effect', ['read', 'write', 'destroy'])),
    scopes: setOf(values, 'scope', scopeNamed),
    costs: setOf(values, 'cost', amongst('cost', ['none', 'starts', 'raises', 'stops'])),
    hidden: values.hidden === true,
  },
});
