// What the record advises, for a person at a terminal of 80 columns.
import { shortened } from '../../tools/cut-text.ts';
import type { AgentAdvice, UsedTool } from '../record/advise/advice.ts';
import type { FurtherRead, Purpose } from '../record/advise/further-reads.ts';
import type { NarrowRights, Reasoned } from '../record/advise/narrow-rights.ts';
import { cleanLine } from '../terminal/clean.ts';
import { labelled, linesOf, pageWidth } from './paragraph.ts';
import { shellLines } from './shell-lines.ts';

const margin = 36;
const mostShown = 5;
const longestValue = 40;

const times = (count: number, noun = 'call'): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Some of many, in words. */
const someOf = (values: readonly string[], more = false): string => {
  const shown = values.slice(0, mostShown).map((one) => shortened(cleanLine(one), longestValue));
  const rest = values.length - shown.length;
  if (rest === 0) return shown.join(', ');
  return `${shown.join(', ')} and ${more ? 'more than ' : ''}${rest} more`;
};

const row = (label: string, text: string): string =>
  labelled(`    ${cleanLine(label)}`, text, margin);

const section = (title: string, rows: readonly string[]): readonly string[] =>
  rows.length === 0
    ? []
    : ['', ...linesOf(title, pageWidth - 2).map((line) => `  ${line}`), ...rows];

const effects = { read: 'reads', write: 'changes', destroy: 'destroys' } as const;

const usedRow = ({ tool, calls, effect, forbidden, showedSecrets, resources }: UsedTool): string =>
  row(
    tool,
    [
      `${times(calls)}, ${effects[effect]}`,
      ...resources.map(({ argument, values, more }) => `${argument}: ${someOf(values, more)}`),
      ...(forbidden > 0 ? [`${forbidden} answered with 403 by DigitalOcean`] : []),
      ...(showedSecrets > 0 ? [`${showedSecrets} showed a credential to the model`] : []),
    ].join('; '),
  );

/** What stopped a call, where no rule has said it. */
const stoppedBy: Readonly<Record<string, string>> = {
  approval_pending: 'waited for a person',
  consent_required: 'nobody could be asked',
  denied: 'denied when somebody was asked',
  too_many_questions: 'too much waited for a person already',
  invalid_arguments: 'wrong arguments',
  wrong_finder: 'by a finder that is not for it',
  changes_stopped: 'while all changes were stopped',
  too_many_calls: 'too many calls in a minute',
  over_budget: 'more than was left of the budget',
  price_unknown: 'not priced, under a budget',
  too_many_creates: 'too many things made within an hour',
  budget_unreachable: 'while the budget could not be read',
  not_recorded: 'could not be recorded',
};

/** Why calls were stopped: in the words of the rule, or of whatever else stopped them. */
const whyStopped = (result: string, reason: string | null): string => {
  const why = reason ?? (Object.hasOwn(stoppedBy, result) ? stoppedBy[result] : undefined);
  const code = shortened(cleanLine(result), 60);
  return why === undefined ? code : `${code}: ${shortened(cleanLine(why), 200)}`;
};

const refusedRows = ({ refused, refusedForOtherReasons: others }: AgentAdvice) => [
  ...refused.map(({ tool, result, reason, calls }) =>
    row(shortened(cleanLine(tool), 60), `${times(calls)}, ${whyStopped(result, reason)}`),
  ),
  ...(others > 0 ? [row('others', times(others))] : []),
];

const scopeRows = ({ scopes, forArguments, unclear }: NarrowRights): readonly string[] =>
  scopes.map((scope) => {
    const why = (reasons: readonly Reasoned[]): readonly string[] =>
      reasons.find((one) => one.scope === scope)?.for ?? [];
    const [needed, perhaps] = [why(forArguments), why(unclear)];
    if (perhaps.length > 0)
      return row(scope, `not sure: the record does not show the argument of ${someOf(perhaps)}`);
    return needed.length > 0 ? row(scope, `for ${someOf(needed)}`) : `    ${scope}`;
  });

const purposes: Readonly<Record<Purpose, string>> = {
  waiting: 'to wait for the end of work',
  owner: "the owner's name with every change",
  harm: 'what hangs on what is destroyed',
  price: 'what it costs',
  dry_run: 'what a dry run foresees',
};

const furtherRow = ({ tool, for: reasons, scopes }: FurtherRead): string =>
  row(
    tool,
    [
      reasons.map((purpose) => purposes[purpose]).join(', '),
      ...(scopes.length > 0 ? [`needs also ${scopes.join(', ')}`] : []),
    ].join('; '),
  );

const needsOf = ({ needs }: AgentAdvice): readonly string[] => {
  if (needs === null)
    return section('Used nothing, so it needs nothing.', ['    Take its token away.']);
  const { tools, options, entry, policy, waiting, comfort } = needs;
  return [
    ...section(
      `Scopes to tick for ${times(tools.length, 'tool')}, required ones included:`,
      scopeRows(needs),
    ),
    ...section('Options that let through just what it used:', shellLines('do-mcp', options)),
    ...section(
      'Or, in the file of agents (its key and token stay as they are):',
      JSON.stringify(entry, null, 2)
        .split('\n')
        .map((line) => `    ${line}`),
    ),
    ...section(
      'And in that entry, or in a policy file for whoever calls, grants of just the things that it named, as far as the record tells them:',
      JSON.stringify(policy, null, 2)
        .split('\n')
        .map((line) => `    ${line}`),
    ),
    ...section(
      'Add these if it is to go on waiting for what it starts; without them such calls answer at once:',
      waiting.map(furtherRow),
    ),
    ...section(
      'Comfort: without these everything is done as before, and less is told:',
      comfort.map(furtherRow),
    ),
  ];
};

const unusedOf = ({ unused }: AgentAdvice): readonly string[] => {
  if (unused === null) return [];
  const scopes = unused.scopes ?? [];
  return section('Given and never used:', [
    ...(scopes.length > 0 ? [row('scopes', scopes.join(', '))] : []),
    ...unused.tools.map(({ area, tools }) =>
      row(area, `${times(tools.length, 'tool')}: ${someOf(tools)}`),
    ),
  ]);
};

const counted = (counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(counts).map(([name, count]) => row(name, times(count)));

/** What the record says of one agent. */
export const adviceText = (advice: AgentAdvice): string =>
  [
    ...linesOf(
      `${shortened(cleanLine(advice.agent), 70)}: ${times(advice.calls)} from ${cleanLine(advice.from)} to ${cleanLine(advice.to)}`,
      pageWidth,
    ),
    ...section('Used', [
      ...advice.used.map(usedRow),
      ...Object.entries(advice.ownTools).map(([name, count]) =>
        row(name, `${times(count)}, reads by the other tools`),
      ),
    ]),
    ...section('Not let through', refusedRows(advice)),
    ...section(
      'Only asked what it would do (dry runs; not in the list below)',
      counted(advice.dryRuns),
    ),
    ...section(
      'Tools that this version does not know, and says nothing of',
      counted(advice.unknownTools),
    ),
    ...needsOf(advice),
    ...unusedOf(advice),
  ].join('\n');
