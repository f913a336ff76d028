// First step: the arguments are read as the tool's schema and rules want them.
import { refusedArguments, refusedByGuard } from '../advice/never-sent.ts';
import type { Asked, Parsed } from './stages.ts';
import { Stop } from './stop.ts';

/** @throws {Stop} when the arguments are not what the tool takes, or the caller may not use it at all. */
export const parse = async (asked: Asked): Promise<Parsed> => {
  const { tool, raw, road } = asked;
  const validated = await road.box.validate(tool, raw);
  if (!validated.ok) {
    // Whoever may not use a tool at all need not correct what was given to it.
    const standing = (await asked.caller.guard()).standing(tool);
    if (standing.answer === 'refused') throw new Stop(refusedByGuard(standing));
    throw new Stop(refusedArguments(tool, validated.problems));
  }
  const { dry_run: isDryRun, ...given } = validated.arguments;
  return { ...asked, given, isDryRun: isDryRun === true };
};
