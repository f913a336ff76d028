// Takes a request for several things apart: "delete an agent, delete a knowledge base" is two searches.
import { verbs } from '../../scope-map/thesaurus.ts';

const verbWords = new Set(
  Object.values(verbs)
    .flat()
    .flatMap((verb) => verb.split(' ')),
);

/** More parts are no request for several things, but prose. */
const mostParts = 4;

const wordsOf = (part: string): readonly string[] =>
  part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a part says by itself what to do, and with what. */
const isWhole = (part: string): boolean => {
  const [verb = '', ...rest] = wordsOf(part);
  return rest.length > 0 && verbWords.has(verb);
};

/** The requests in one: as many as it has parts that each begin with a verb, else the request itself. */
export const wishesIn = (request: string): readonly string[] => {
  const parts = request.split(/[;,\n]|\band\b|\bthen\b/i).map((part) => part.trim());
  const said = parts.filter((part) => part !== '');
  return said.length > 1 && said.length <= mostParts && said.every(isWhole) ? said : [request];
};
