// `do-mcp audit replay`: which recorded calls a server with other options would decide otherwise, and why.
import { shortened } from '../../tools/cut-text.ts';
import { type Decide, decideBy } from '../record/replay/decide.ts';
import { decideByAgents, decideByRights } from '../record/replay/decide-by-agents.ts';
import { type Otherwise, type Replayed, replay } from '../record/replay/replay.ts';
import type { Verified } from '../record/verify/finding.ts';
import { systemClock } from '../system.ts';
import { cleanLine } from '../terminal/clean.ts';
import { rightsInFile } from './agents-in-file.ts';
import { chosen, linesOf, verifiedIfCan } from './audit-place.ts';
import type { Command, CommandInput } from './command.ts';
import { labelled, pageWidth, linesOf as setIn } from './paragraph.ts';
import { credit, creditFields } from './record-credit.ts';

const margin = 36;

const titles: readonly (readonly [string, (one: Otherwise) => boolean])[] = [
  ['Let through then, refused now', ({ now }) => now === 'refused'],
  ['Refused then, let through now', ({ now }) => now === 'allowed'],
  ['Not known: the record does not tell enough', ({ now }) => now === 'not_known'],
];

const times = (count: number): string => `${count} ${count === 1 ? 'call' : 'calls'}`;

const rowOf = ({ agent, tool, now, reason, calls, ids }: Otherwise): string => {
  const why = reason === null ? '' : shortened(cleanLine(reason), 300);
  const because = why === '' ? '' : `: ${now === 'allowed' ? 'then, ' : ''}${why}`;
  const of = ids.map((id) => shortened(cleanLine(id), 40)).join(', ');
  return labelled(
    `  ${shortened(cleanLine(tool), 60)}`,
    `${times(calls)} of ${shortened(cleanLine(agent), 70)}${because} (${of}${calls > ids.length ? ', …' : ''})`,
    margin,
  );
};

const head = (found: Verified | null, replayed: Replayed): readonly string[] => {
  const { calls, same, undecided, unknown, further } = replayed;
  return [
    credit(found),
    `${times(calls)} on record, decided as before: ${same}.`,
    ...(undecided === 0
      ? []
      : [`Stopped before anybody decided, and not decided now: ${times(undecided)}.`]),
    ...(unknown === 0 ? [] : [`Of tools that this version does not know: ${times(unknown)}.`]),
    ...(further === 0 ? [] : [`Decided otherwise, and not told below: ${times(further)}.`]),
  ];
};

const textOf = (found: Verified | null, replayed: Replayed): string =>
  [
    head(found, replayed)
      .flatMap((sentence) => setIn(sentence, pageWidth))
      .join('\n'),
    ...titles.flatMap(([title, belongs]) => {
      const those = replayed.otherwise.filter(belongs);
      return those.length === 0 ? [] : [[title, ...those.map(rowOf)].join('\n')];
    }),
  ].join('\n\n');

/** What decides: the options, and with them the file of agents where one is named. */
const decider = async ({ settings, box }: CommandInput): Promise<Decide> => {
  const { selection, declaredScopes: scopes, policyFile: path } = settings;
  if (path === null) return decideBy({ selection, scopes });
  const found = await rightsInFile(path, box);
  const now = systemClock.now();
  return found.of === 'agents'
    ? decideByAgents(found.agents, { selection, scopes }, now)
    : decideByRights(found.rights, { selection, scopes }, now);
};

/** Decides the recorded calls again, as a server with these options would. */
export const runAuditReplay: Command = async (input) => {
  const { terminal, settings, box } = input;
  const { place, choice } = chosen(input);
  const replayed = await replay(linesOf(place, choice), box, await decider(input));
  const found = verifiedIfCan(settings);
  terminal.print(
    settings.json
      ? JSON.stringify({ record: creditFields(found), ...replayed }, null, 2)
      : textOf(found, replayed),
  );
  if (replayed.calls === 0) terminal.say('Nothing of the kind is on record.');
  return 0;
};
