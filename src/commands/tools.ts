// `do-mcp tools`: which tools this token unlocks and where they are; with --all also the others, and why not.
import type { Tool } from '../../tools/tool/tool.ts';
import { describeGrant } from '../guard/grant.ts';
import type { Guard, OfferedTool } from '../guard/guard.ts';
import type { Mode } from '../menu/listing.ts';
import { ownToolsListed } from '../menu/own-tools.ts';
import { createProgram } from '../program.ts';
import { table } from './columns.ts';
import type { Command } from './command.ts';
import { sayRequirement } from './requirement.ts';
import { type ToolLine, toolLines } from './tool-lines.ts';

const headings: Readonly<Record<ToolLine['state'], string>> = {
  listed: 'Listed',
  finders: 'Behind the finders (find_tools finds them, call_*_tool calls them)',
  deprecated: 'Given up by DigitalOcean, served only where named',
  hidden: 'Hidden',
};

const onTheBill = {
  none: '',
  starts: ', starts a bill',
  raises: ', raises the bill',
  stops: ', ends a bill',
};

/** What stands at the end of a line: why the tool is not served, or what it needs. */
const lastOf = ({ state, reason, deprecated, scopes }: ToolLine): string => {
  if (state === 'hidden') return reason;
  return state === 'deprecated' ? (deprecated ?? reason) : sayRequirement(scopes);
};

const rowOf = (line: ToolLine, all: boolean): readonly string[] =>
  all
    ? [
        `  ${line.name}`,
        `${line.effect}${onTheBill[line.cost]}`,
        `${line.method} ${line.path}`,
        lastOf(line),
      ]
    : [`  ${line.name}`, line.effect, line.title];

const sectionsOf = (lines: readonly ToolLine[], all: boolean): readonly string[] =>
  (['listed', 'finders', 'deprecated', 'hidden'] as const).flatMap((state) => {
    const those = lines.filter((line) => line.state === state);
    if (those.length === 0) return [];
    return [`${headings[state]}: ${those.length}\n${table(those.map((line) => rowOf(line, all)))}`];
  });

/** Tools of our own, which no operation stands behind. */
const ownSection = (own: readonly OfferedTool[]): readonly string[] =>
  own.length === 0
    ? []
    : [
        `Listed, of this server's own\n${table(own.map(({ name, title }) => [`  ${name}`, 'read', title]))}`,
      ];

/** What of the tools is wished for, and in which form. */
export interface Wish {
  /** Also what is not served. */
  readonly all: boolean;
  readonly json: boolean;
  readonly mode: Mode;
}

/** The command's output: tables, or JSON. */
export const printTools = (
  tools: readonly Tool[],
  own: readonly OfferedTool[],
  guard: Guard,
  account: string,
  { all, json, mode }: Wish,
): string => {
  const lines = toolLines(tools, guard, mode).filter((line) => all || line.available);
  if (json) return JSON.stringify(lines, null, 2);
  const available = lines.filter((line) => line.available).length;
  const head = `${available} of ${tools.length} tools for ${account}: ${describeGrant(guard.grant)}`;
  return [head, ...sectionsOf(lines, all), ...ownSection(own)].join('\n\n');
};

/** Asks what the token grants and prints the tools. */
export const runTools: Command = async ({ settings, box, terminal }) => {
  const program = createProgram(settings, box);
  const caller = await program.ownCaller();
  const guard = await caller.guard();
  terminal.print(
    printTools(
      await box.all(),
      ownToolsListed(box, guard, settings.mode),
      guard,
      caller.account.hint,
      settings,
    ),
  );
  await program.close();
  return guard.grant.kind === 'invalid' ? 1 : 0;
};
