// `do-mcp scopes`: which boxes to tick on DigitalOcean's form, for tools, areas, a job in words or what is on record.

import type { Tool } from '../../tools/tool/tool.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import { lookForConfiguration } from '../configuration/file/find-configuration.ts';
import type { Settings } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { readTold } from '../doctor/told.ts';
import { onlyLooks } from '../scopes/only-looks.ts';
import { planFor, type Reasoned, type ScopePlan } from '../scopes/plan.ts';
import { cleanLine } from '../terminal/clean.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { chosen, linesOf } from './audit-place.ts';
import { table } from './columns.ts';
import type { EarlyCommand } from './command.ts';
import { scopesOptions } from './option-sets.ts';
import { sayRequirement } from './requirement.ts';
import {
  type RecordAnswer,
  type ScopesAnswer,
  scopesJson,
  tokenBeside,
  unusable,
} from './scopes-answer.ts';
import { scopesText } from './scopes-text.ts';

/** What each tool needs, one line a tool. */
export const printRequirements = (tools: readonly Tool[], json: boolean): string => {
  if (json)
    return JSON.stringify(
      tools.map((tool) => ({
        name: tool.name,
        requires: tool.endpoint.requires,
        conditions: (tool.endpoint.conditions ?? []).flatMap(({ when, needs }) =>
          needs ? [{ when, needs }] : [],
        ),
      })),
      null,
      2,
    );
  return table(tools.map((tool) => [tool.name, sayRequirement(tool.endpoint.requires)]));
};

/** What the command works with. */
interface ScopesInput {
  readonly settings: Settings;
  readonly box: ToolBox;
  readonly terminal: Terminal;
  /** What is wrong with the token, in a sentence; null when nothing is. */
  readonly tokenTrouble: string | null;
}

/** Tools, and what calls of them need besides. */
interface Wanted {
  readonly tools: readonly Tool[];
  readonly further: readonly Reasoned[];
}

const none: Wanted = { tools: [], further: [] };

/** The tools that were named, or whose areas were. */
const named = async ({ settings, box }: ScopesInput): Promise<Wanted> => {
  const { added, areas, areasNamed } = settings.selection;
  const tools = (await box.all()).filter(
    ({ name, endpoint }) => added.has(name) || (areasNamed && areas.has(endpoint.area)),
  );
  return { tools, further: [] };
};

const toolsCalled = async (names: Iterable<string>, box: ToolBox): Promise<readonly Tool[]> => {
  const found = await Promise.all([...names].map((name) => box.named(name)));
  return found.flatMap((tool) => tool ?? []);
};

const inWords = async (
  job: string,
  box: ToolBox,
): Promise<Wanted & { readonly asked: NonNullable<ScopesAnswer['asked']> }> => {
  const { toolsInWords } = await import('../scopes/in-words.ts');
  const asked = await toolsInWords(job, box);
  const names = new Set(asked.flatMap(({ tools }) => tools));
  if (names.size === 0)
    throw new UsageError(
      `Nothing was found for "${cleanLine(job)}". Say what is done with which thing, such as "restart droplets and manage dns"; do-mcp tools --all lists what there is.`,
    );
  return { tools: await toolsCalled(names, box), further: [], asked };
};

const fromRecord = async (
  input: ScopesInput,
): Promise<Wanted & { readonly record: RecordAnswer }> => {
  const { usedIn } = await import('../scopes/from-record.ts');
  const { place, choice } = chosen(input);
  const { settings, box } = input;
  const used = await usedIn(linesOf(place, choice), settings.selection, box);
  const { calls, agents, from, to } = used;
  if (used.tools.length === 0)
    throw new UsageError(
      `On record is no call that was let through${settings.reading.since === null ? '' : ' in this time'}, so nothing tells which scopes are needed. Name tools or areas instead, or say with --for what the agent is to do.`,
    );
  const whose = agents.length === 1 ? `of ${agents[0]}` : `of ${agents.length} agents`;
  const says = cleanLine(`On record: ${calls} calls ${whose}, from ${from} to ${to}.`);
  return { ...used, record: { calls, agents, from, to, says } };
};

const planOf = ({ settings }: ScopesInput, wanted: readonly Wanted[]): ScopePlan => {
  const { leftOut, readOnly } = settings.selection;
  const tools = new Set(wanted.flatMap((one) => one.tools));
  const left = [...tools].filter(
    (tool) => !leftOut.has(tool.name) && (!readOnly || onlyLooks(tool.endpoint)),
  );
  if (left.length === 0)
    throw new UsageError(
      'Nothing is left of what was chosen. Take --exclude-tools or --read-only away, or choose more.',
    );
  return planFor(
    left,
    wanted.flatMap(({ further }) => further),
  );
};

const printBoxes = async (input: ScopesInput, isNamed: boolean): Promise<void> => {
  const { settings, box, terminal, tokenTrouble } = input;
  const { scopesFor, json } = settings;
  const words = scopesFor === null ? { ...none, asked: null } : await inWords(scopesFor, box);
  const recorded = settings.fromRecord ? await fromRecord(input) : { ...none, record: null };
  const plan = planOf(input, [isNamed ? await named(input) : none, words, recorded]);
  const token =
    tokenTrouble === null ? await tokenBeside(plan, settings, box) : unusable(tokenTrouble);
  const answer = { plan, asked: words.asked, record: recorded.record, token };
  terminal.print(
    json ? scopesJson(answer) : scopesText(answer, terminal.page.width),
    (line, { bold }) => (/^ {2}\w+$/.test(line) ? bold(line) : line),
  );
};

/**
 * Prints the boxes to tick for what was chosen; when nothing was, what each tool needs. Whoever asks which boxes to
 * tick may have no token yet, or a wrong one: that is said, and does not keep the answer back.
 */
export const runScopes: EarlyCommand = async ({ given, environment, box, terminal }) => {
  const found = await lookForConfiguration(given, environment);
  const { settings, troubles, tokenTrouble } = readTold(
    given,
    environment,
    scopesOptions,
    box,
    found,
  );
  if (settings === null || troubles.length > 0)
    throw new UsageError(troubles[0] ?? 'What was told cannot be read.');
  for (const warning of settings.warnings) terminal.complain(warning);
  const { selection } = settings;
  const isNamed = selection.added.size > 0 || selection.areasNamed;
  if (isNamed || settings.scopesFor !== null || settings.fromRecord) {
    await printBoxes({ settings, box, terminal, tokenTrouble }, isNamed);
    return 0;
  }
  const tools = (await box.all()).filter(
    (tool) =>
      !selection.leftOut.has(tool.name) && (!selection.readOnly || onlyLooks(tool.endpoint)),
  );
  terminal.print(printRequirements(tools, settings.json));
  return 0;
};
