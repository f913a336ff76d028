// `do-mcp audit advise`: what each agent used of its rights, as it is on record, and how much less would be enough.
import { type AgentAdvice, adviceFrom } from '../record/advise/advice.ts';
import { type Tally, tallyOf } from '../record/advise/tally.ts';
import type { Verified } from '../record/verify/finding.ts';
import { cleanLine } from '../terminal/clean.ts';
import { adviceText } from './advice-text.ts';
import { chosen, linesOf, verifiedIfCan } from './audit-place.ts';
import type { Command } from './command.ts';
import { pageWidth, linesOf as setIn } from './paragraph.ts';
import { credit, creditFields } from './record-credit.ts';

/** What the advice stands on, in sentences. */
const standing = (found: Verified | null, tally: Tally): readonly string[] => {
  const { calls, from, to, senseless, otherAgents } = tally;
  const open = found?.open.length ?? 0;
  return [
    credit(found),
    ...(calls === 0 ? [] : [`Read: ${calls} calls from ${cleanLine(`${from} to ${to}`)}.`]),
    ...(open === 0
      ? []
      : [`${open} changes have no end on record; they count as calls that went through.`]),
    ...(senseless === 0 ? [] : [`${senseless} lines make no sense as calls and were left out.`]),
    ...(otherAgents === 0
      ? []
      : ['There are more agents than are told of here: choose one with --agent.']),
  ];
};

const asJson = (advice: readonly AgentAdvice[], tally: Tally, found: Verified | null): string =>
  JSON.stringify(
    {
      record: {
        ...creditFields(found),
        leftOut: tally.senseless,
        calls: tally.calls,
        from: tally.from,
        to: tally.to,
        complete: tally.otherAgents === 0,
      },
      agents: advice,
    },
    null,
    2,
  );

/** Tells of each agent what it used, and prints the least rights that would let the same calls through. */
export const runAuditAdvise: Command = async (input) => {
  const { terminal, settings, box } = input;
  const { place, choice } = chosen(input);
  const tally = await tallyOf(linesOf(place, choice), box);
  const given = { selection: settings.selection, scopes: settings.declaredScopes };
  const advice = await adviceFrom(tally, given, box);
  const found = verifiedIfCan(settings);
  if (settings.json) {
    terminal.print(asJson(advice, tally, found));
    return 0;
  }
  const head = standing(found, tally).flatMap((sentence) => setIn(sentence, pageWidth));
  terminal.print([head.join('\n'), ...advice.map(adviceText)].join('\n\n'));
  if (advice.length === 0) terminal.say('Nothing of the kind is on record.');
  return 0;
};
