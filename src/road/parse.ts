// First step: the arguments are read as the tool's schema and rules want them.
import { refusedArguments } from '../advice/never-sent.ts';
import type { Asked, Parsed } from './stages.ts';
import { Stop } from './stop.ts';

/** @throws {Stop} when the arguments are not what the tool takes. */
export const parse = async (asked: Asked): Promise<Parsed> => {
  const { tool, raw, road } = asked;
  const validated = await road.box.validate(tool, raw);
  if (!validated.ok) throw new Stop(refusedArguments(tool, validated.problems));
  return { ...asked, given: validated.arguments };
};
