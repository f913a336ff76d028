// What the owner said about which part of the record to read, given its meaning.
import type { OptionValues } from './options/options.ts';
import { numberOf, oneOf, textOf } from './values.ts';

const sinceOf = (values: OptionValues): string | null => {
  const days = numberOf(values, 'days', {
    says: 'a whole number of days from 1 to 3650',
    fits: (number) => Number.isInteger(number) && number >= 1 && number <= 3_650,
  });
  return days === undefined ? (textOf(values, 'since') ?? null) : `${days}d`;
};

/** @throws {UsageError} for the first value that makes no sense. */
export const readingSettings = (values: OptionValues) => ({
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
