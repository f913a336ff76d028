// What an endpoint itself knows about its refusals: which argument most likely was not in the form that is wanted.
import type { Hint } from '../../scope-map/endpoint.ts';
import { valuesAt } from '../../tools/places.ts';
import { isTrueOf } from '../../tools/request/when.ts';
import type { About } from './about.ts';

const isMet = ({ unless }: Hint, { given }: About): boolean =>
  unless !== undefined &&
  valuesAt(given, unless.argument).every(
    (value) => typeof value === 'string' && unless.endsIn.some((ending) => value.endsWith(ending)),
  );

/** Whether a sentence names a tool that the caller may not use: it would lead nowhere. */
const leadsNowhere = (sentence: string, { box, guard }: About): boolean => {
  const words = new Set(sentence.match(/\w+/g));
  return box.outlines.some((outline) => words.has(outline.name) && guard.refusalOf(outline));
};

/** A sentence for everything that this call may have to change after a refusal with this status. */
export const hintsFor = (status: number, about: About): readonly string[] =>
  (about.tool.endpoint.hints ?? [])
    .filter((hint) => hint.status === status)
    .filter(({ when }) => when === undefined || isTrueOf(when, about.given))
    .filter((hint) => !isMet(hint, about))
    .map(({ next }) => next)
    .filter((next) => !leadsNowhere(next, about));
