// What the owner said about which part of the record to read, given its meaning.
import type { OptionValues } from './options/options.ts';
import { UsageError } from './usage-error.ts';
import { numberOf, oneOf, textOf } from './values.ts';

const sinceOf = (values: OptionValues): string | null => {
  const days = numberOf(values, 'days', {
    says: 'a whole number of days from 1 to 3650',
    fits: (number) => Number.isInteger(number) && number >= 1 && number <= 3_650,
  });
  return days === undefined ? (textOf(values, 'since') ?? null) : `${days}d`;
};

/** The longest job in words, in characters. */
const longestJob = 500;

const jobOf = (values: OptionValues): string | null => {
  const job = textOf(values, 'for');
  if (job === undefined) return null;
  if (job.length > longestJob)
    throw new UsageError(
      `--for takes a job in at most ${longestJob} characters; say it in fewer words, or name areas with --areas.`,
    );
  return job;
};

/** @throws {UsageError} for the first value that makes no sense. */
export const readingSettings = (values: OptionValues) => ({
  scopesFor: jobOf(values),
  fromRecord: values.fromRecord === true,
  callArguments: textOf(values, 'args') ?? null,
  reading: {
    agent: textOf(values, 'agent') ?? null,
    tool: textOf(values, 'tool') ?? null,
    refused: values.refused === true,
    since: sinceOf(values),
    follow: values.follow === true,
    format: oneOf(values, 'format', ['json', 'csv']) ?? ('json' as const),
  },
});

/** Which part of the record is read. */
export type Reading = ReturnType<typeof readingSettings>['reading'];
