// Finds out what a destroying call would harm, by the reads that its operation names for it.
import type { Harm, Harmless } from '../../../scope-map/endpoint/harm.ts';
import { harmOf } from '../../../scope-map/harms.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';
import type { BlastRadius } from '../blast-radius.ts';
import type { Lookout } from '../look.ts';
import { findHanging } from './hanging.ts';
import { sumOf } from './money.ts';
import { losesOf, sentenceOf } from './sentence.ts';
import { type Destroying, readSubject, type Subject } from './subject.ts';
import { together } from './together.ts';
import { listed, mostNames } from './words.ts';

const untold: Harmless = { kind: 'thing', nothingHangs: 'nothing is told of this operation' };

const losesData = ({ losesData: loses }: Harm | Harmless, given: Arguments): boolean =>
  loses === true || (loses?.some((when) => isTrueOf(when, given)) ?? false);

const nothingThere = ({ kind }: Harm | Harmless, { known }: Subject): BlastRadius => ({
  sentence: `Finds no ${kind}${known.length === 0 ? '' : ` ${listed(known.slice(0, mostNames))}`}: there is nothing that it would destroy`,
  hanging: [],
  unknown: [],
  name: null,
  destroyed: 0,
  losesData: false,
  monthlyUsd: null,
});

/** How many things the call is about; null where there may be more than were seen. */
const countOf = ({ thing }: Harm | Harmless, { items, unread }: Subject): number | null =>
  unread !== undefined && thing?.several ? null : Math.max(1, items.length);

/**
 * What a destroying call would harm, as far as the caller's own reads tell. Never throws for what it could not read:
 * that is in `unknown`. Sends nothing but reads, no more and no longer than `looking` lets it.
 * @param now milliseconds since the epoch.
 */
export const blastRadiusOf = async (
  call: Destroying,
  looking: Lookout,
  now: () => number,
): Promise<BlastRadius> => {
  const { tool, given, decision } = call;
  const { endpoint } = tool;
  const harm = (await harmOf(endpoint.area, endpoint.id)) ?? untold;
  const subject = await readSubject(looking, harm, call, now());
  if (subject.isGone) return nothingThere(harm, subject);

  const { items, unread, described } = subject;
  const found = await Promise.all(
    ('hangs' in harm ? harm.hangs : []).map((hanging) =>
      findHanging(looking, hanging, { given, things: items }, unread),
    ),
  );
  const hanging = together(found.flatMap((one) => one.hanging));
  const destroysIt = endpoint.effect === 'destroy' && harm.does === undefined;
  const counts = [
    destroysIt ? countOf(harm, subject) : 0,
    ...found.map(({ destroyed }) => destroyed),
  ];
  const unknown = [...new Set([...subject.unknown, ...found.flatMap((one) => one.unknown)])];
  const takesNothing =
    harm.tellsAll === true && unknown.length === 0 && hanging.every(({ fate }) => fate === 'stays');
  return {
    sentence: sentenceOf({
      does: harm.does ?? (destroysIt ? 'Destroys' : 'Changes'),
      destroysIt,
      kind: harm.kind,
      known: subject.known,
      things: described,
      more: items.length - described.length,
      // What is empty as it is loses nothing.
      loses: endpoint.effect === 'destroy' || takesNothing ? [] : losesOf(tool.name, decision),
      also: harm.also,
      losesData: losesData(harm, given),
      hanging,
    }),
    hanging,
    unknown,
    ...(takesNothing && { takesNothing }),
    name: subject.name,
    destroyed: counts.includes(null)
      ? null
      : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    losesData: losesData(harm, given),
    monthlyUsd: sumOf([
      ...(destroysIt ? subject.costs : []),
      ...found.map(({ monthlyUsd }) => monthlyUsd),
    ]),
  };
};
