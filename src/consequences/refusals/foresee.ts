// Foresees what DigitalOcean would answer to a call, by reads alone.
import { loadRefusals } from '../../../scope-map/refusals.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { Arguments, Tool } from '../../../tools/tool/tool.ts';
import type { Looking } from '../look.ts';
import { checked } from './check.ts';
import { existence } from './existence.ts';
import { type Foreseen, foreseenFrom, type Told } from './foreseen.ts';

/** Of what nothing is declared, nothing is promised. */
const undeclared: Told = { refuses: [], unknown: ['what else DigitalOcean checks of this call'] };

/**
 * What is known of DigitalOcean's answer: what the path names is looked for, and what the operation's area declares is
 * checked. Never throws; sends reads only.
 */
export const foreseeReply = async (
  { tool, given }: { readonly tool: Tool; readonly given: Arguments },
  looking: Looking,
): Promise<Foreseen> => {
  const declared = (await loadRefusals(tool.endpoint.area))[tool.endpoint.id];
  const told = await Promise.all([
    existence(tool, given, looking).then((one) => [one]),
    ...(declared ?? []).map((one): Promise<readonly Told[]> | readonly Told[] => {
      if (!('untold' in one)) return checked(one, given, looking);
      return one.when && !isTrueOf(one.when, given) ? [] : [{ refuses: [], unknown: [one.untold] }];
    }),
  ]);
  return foreseenFrom([...told.flat(), ...(declared ? [] : [undeclared])]);
};
