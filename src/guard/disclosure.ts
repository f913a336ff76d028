// Tells what the answer to a call would give away: declared secrets, as far as the call asks to see them.

import type { Disclosure } from '../../scope-map/endpoint/disclosure.ts';
import type { FieldPath } from '../../scope-map/endpoint.ts';
import { columnsOf, placesShownBy } from '../../tools/columns.ts';
import { isTrueOf } from '../../tools/request/when.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { Decision } from './decision.ts';

const meet = (one: readonly string[], other: readonly string[]): boolean => {
  const [a, ...moreOfA] = one;
  const [b, ...moreOfB] = other;
  // A place shows what is under it, and is shown by what it is under.
  if (a === undefined || b === undefined) return true;
  if (a === '**') return meet(moreOfA, other) || meet(one, moreOfB);
  if (b === '**') return meet(other, one);
  return (a === '*' || b === '*' || a === b) && meet(moreOfA, moreOfB);
};

/** Whether showing one place would show something of the other; `*` stands for one key, `**` for any number. */
export const overlap = (one: FieldPath, other: FieldPath): boolean =>
  meet(one.split('.'), other.split('.'));

/** Whether a place lies within one that is dropped whole. */
const isWithin = (place: FieldPath, dropped: FieldPath): boolean =>
  place === dropped || place.startsWith(`${dropped}.`);

const isShown = ({ endpoint: { view } }: Tool, given: Arguments, place: FieldPath): boolean => {
  const fields = Array.isArray(given['fields']) ? given['fields'].map(String) : [];
  if (fields.length > 0) {
    const columns = columnsOf(view);
    return fields
      .flatMap((field) => columns.find(({ name }) => name === field)?.places ?? [field])
      .some((field) => overlap(field, place));
  }
  if (given['detail'] === 'full' || view === undefined) return true;
  return 'drops' in view
    ? !view.drops.some((dropped) => isWithin(place, dropped))
    : (placesShownBy(view) ?? []).some((kept) => overlap(kept, place));
};

/**
 * Every place whose value may be a secret. Whether a setting's value is one shows only in the answer, and then it is
 * too late to ask: each counts as one, its name does not.
 */
export const secretPlaces = ({ fields, settings }: Disclosure): readonly FieldPath[] => [
  ...(settings ?? []).map((place) => `${place}.value`),
  ...fields,
];

/** What the answer would hold unredacted where secrets are let through; `fields` can leave it out. */
export const disclosureOf = (tool: Tool, given: Arguments): Decision['discloses'] => {
  const { discloses } = tool.endpoint;
  if (!discloses || (discloses.unless && isTrueOf(discloses.unless, given))) return 'nothing';
  // What has no other product discloses however little of it is shown.
  return discloses.only || secretPlaces(discloses).some((place) => isShown(tool, given, place))
    ? discloses.kind
    : 'nothing';
};
