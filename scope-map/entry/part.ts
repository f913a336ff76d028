// A part of an area's entries, where an area is too large for one file.
import type { AreaFacts } from './area-map.ts';
import type { Entry } from './entry.ts';
import type { Place } from './place.ts';

/**
 * Some of an area's entries, checked as `describeArea` checks them; an area puts its parts together
 * (`describeArea(facts, words, { ...clusters, ...nodePools })`).
 * @param _facts the area's facts: only their types are looked at.
 */
export const entriesOf = <Facts extends AreaFacts, Id extends keyof Facts & string>(
  _facts: Facts,
  entries: { readonly [One in Id]: Entry<Place<Facts[One]> & string> },
): typeof entries => entries;
