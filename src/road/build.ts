// Second step: the request is built, so that whoever decides sees exactly what would be sent.
import { buildRequest } from '../../tools/request/build-request.ts';
import { ArgumentRefused } from '../../tools/request/path.ts';
import { refusedArguments } from '../advice/never-sent.ts';
import type { Built, Parsed } from './stages.ts';
import { Stop } from './stop.ts';

/** @throws {Stop} when a value could lead the request elsewhere. */
export const build = (parsed: Parsed): Built => {
  const { tool, given } = parsed;
  try {
    return { ...parsed, request: buildRequest(tool, given) };
  } catch (error) {
    if (error instanceof ArgumentRefused) throw new Stop(refusedArguments(tool, [error.message]));
    throw error;
  }
};
