// Options whose work comes later: accepted so that configurations stay valid, checked, and never without a word.
import type { OptionValues } from './options/options.ts';
import { nameOf } from './values.ts';

/**
 * One sentence for each option that does not do its work yet. What is asked for is never done by half: where an
 * option would let more through, the stricter way is taken until it works.
 */
export const sentencesOnLaterWork = (values: OptionValues): readonly string[] => {
  const given = (name: keyof OptionValues, sentence: string): readonly string[] =>
    values[name] === undefined ? [] : [`${nameOf(name)}: ${sentence}`];
  return [...given('approvalWebhook', 'nothing is sent there yet.')];
};
