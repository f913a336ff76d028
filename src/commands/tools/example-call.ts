// An example of a call of a tool.
import type { Arguments } from '../../../tools/tool/tool.ts';

/** The name and the arguments of a call. */
export const exampleCall = (name: string, given: Arguments): string =>
  `${name} ${JSON.stringify(given)}`;
