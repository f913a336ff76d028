// `do-mcp tools`: which tools this token unlocks, and with --all why the others are hidden.
import type { Tool } from '../../tools/tool/tool.ts';
import { describeGrant } from '../guard/grant.ts';
import type { Guard } from '../guard/guard.ts';
import { createProgram } from '../program.ts';
import { table } from './columns.ts';
import type { Command } from './command.ts';

/** What the command says about one tool. */
interface ToolLine {
  readonly name: string;
  readonly area: string;
  readonly effect: string;
  readonly title: string;
  readonly available: boolean;
  readonly reason?: string;
  readonly missing_scopes?: readonly string[];
}

const lineFor = (tool: Tool, guard: Guard): ToolLine => {
  const standing = guard.standing(tool);
  return {
    name: tool.name,
    area: tool.endpoint.area,
    effect: tool.endpoint.effect,
    title: tool.title,
    available: standing.answer !== 'refused',
    ...(standing.answer === 'refused' && { reason: standing.reason }),
    ...(standing.answer === 'refused' &&
      standing.missing.length > 0 && { missing_scopes: standing.missing }),
  };
};

/** The command's output: a table, or JSON. */
export const printTools = (
  tools: readonly Tool[],
  guard: Guard,
  account: string,
  wish: { readonly all: boolean; readonly json: boolean },
): string => {
  const lines = tools
    .map((tool) => lineFor(tool, guard))
    .filter((line) => wish.all || line.available);
  if (wish.json) return JSON.stringify(lines, null, 2);
  const available = lines.filter((line) => line.available).length;
  const head = `${available} of ${tools.length} tools for ${account}: ${describeGrant(guard.grant)}`;
  const rows = lines.map((line) => [
    line.name,
    line.effect,
    line.available ? line.title : `hidden: ${line.reason ?? ''}`,
  ]);
  return `${head}\n\n${table(rows)}`;
};

/** Asks what the token grants and prints the tools. */
export const runTools: Command = async ({ settings, box, terminal }) => {
  const program = createProgram(settings, box);
  const caller = program.localCaller();
  const guard = await caller.guard();
  terminal.print(printTools(await box.all(), guard, caller.account.hint, settings));
  await program.close();
  return guard.grant.kind === 'invalid' ? 1 : 0;
};
