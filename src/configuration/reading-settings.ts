// What the owner said about which part of the record to read, given its meaning.
import type { OptionValues } from './options/options.ts';
import { oneOf, textOf } from './values.ts';

/** @throws {UsageError} for the first value that makes no sense. */
export const readingSettings = (values: OptionValues) => ({
  reading: {
    agent: textOf(values, 'agent') ?? null,
    tool: textOf(values, 'tool') ?? null,
    refused: values.refused === true,
    since: textOf(values, 'since') ?? null,
    follow: values.follow === true,
    format: oneOf(values, 'format', ['json', 'csv']) ?? ('json' as const),
  },
});

/** Which part of the record is read. */
export type Reading = ReturnType<typeof readingSettings>['reading'];
