// Writes a job out for one caller: the steps that its tools allow, with what was filled in.
import type { Reads } from '../road/reads.ts';
import type { Job } from './job.ts';

/** Whether a caller's tools are enough for a job. */
export const isOffered = (job: Job, reads: Reads): boolean => job.needs.every(reads.serves);

const filled = (text: string, given: Readonly<Record<string, string>>): string =>
  text.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => given[name] ?? `the ${name} that the user names`,
  );

// Whether there are finders depends on how the server was started.
const hidden =
  'A tool that is not in your list is found with find_tools, where you have it, and called as that says.';

/** The job as a model reads it. */
export const textOf = (job: Job, given: Readonly<Record<string, string>>, reads: Reads): string => {
  const steps = job.steps.filter(({ uses }) => !uses || uses.every(reads.serves));
  const left = job.steps.length - steps.length;
  return [
    `${job.title}. ${job.description}`,
    ...steps.map(({ says }, at) => `${at + 1}. ${filled(says, given)}`),
    ...(job.isOrdered ? ['Keep to this order, and stop at the first step that fails.'] : []),
    `At the end: ${filled(job.ends, given)}`,
    ...(left > 0
      ? [
          `${left} ${left === 1 ? 'step was' : 'steps were'} left out: the token does not grant their tools. Say so to the user.`,
        ]
      : []),
    hidden,
  ].join('\n');
};
