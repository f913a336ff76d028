// Completes an argument of a job or a part of an address with what the account tells.
import { resourceKinds } from '../resources/resources.ts';
import type { Reads } from '../road/reads.ts';
import { jobs } from './jobs.ts';
import { isOffered } from './text.ts';
import { valuesOf } from './values.ts';

/** What is to be completed. */
export interface ToComplete {
  readonly ref:
    | { readonly type: 'ref/prompt'; readonly name: string }
    | { readonly type: 'ref/resource'; readonly uri: string };
  readonly argument: { readonly name: string; readonly value: string };
}

/** As many values as a client may be sent (MCP, completion). */
const most = 100;

// Longer beginnings are none of anything.
const longestTyped = 200;

const candidates = async (
  { ref, argument }: ToComplete,
  reads: Reads,
): Promise<readonly string[]> => {
  const { name, value } = argument;
  if (value.length > longestTyped) return [];
  if (ref.type === 'ref/resource') {
    const kind = resourceKinds.find(({ template }) => template === ref.uri);
    if (!kind?.template.includes(`{${name}}`)) return [];
    return kind.parts(reads).filter((part) => part.startsWith(value));
  }
  const job = jobs.find((one) => one.name === ref.name && isOffered(one, reads));
  const completes = job?.arguments.find((one) => one.name === name)?.completes;
  return completes === undefined ? [] : valuesOf(completes, value, reads);
};

/** The values that an argument may go on to. */
export const completed = async (wish: ToComplete, reads: Reads) => {
  const all = await candidates(wish, reads);
  return { values: all.slice(0, most), total: all.length, hasMore: all.length > most };
};
