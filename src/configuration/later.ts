// Options whose work comes later: accepted so that configurations stay valid, checked, and never without a word.
import type { OptionValues } from './options/options.ts';
import { nameOf, textOf } from './values.ts';

/**
 * One sentence for each option that does not do its work yet. What is asked for is never done by half: where an
 * option would let more through, the stricter way is taken until it works.
 */
export const sentencesOnLaterWork = (values: OptionValues): readonly string[] => {
  const audit = textOf(values, 'audit');
  const required = textOf(values, 'auditRequired');
  const given = (name: keyof OptionValues, sentence: string): readonly string[] =>
    values[name] === undefined ? [] : [`${nameOf(name)}: ${sentence}`];
  return [
    ...given('approvalWebhook', 'nothing is sent there yet.'),
    ...(audit !== undefined && audit !== 'off' ? ['--audit: calls are not recorded yet.'] : []),
    ...(required !== undefined && required !== 'off'
      ? [
          `--audit-required ${required}: calls are not recorded yet, and are done all the same. Use --read-only where that must not be.`,
        ]
      : []),
  ];
};
