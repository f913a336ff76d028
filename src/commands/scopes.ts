// `do-mcp scopes`: the least scopes to tick for chosen tools, or what each tool needs.
import type { Tool } from '../../tools/tool/tool.ts';
import { leastScopes, optionalScopes } from '../guard/least-scopes.ts';
import { table } from './columns.ts';
import type { Command } from './command.ts';
import { sayRequirement } from './requirement.ts';

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

/** The least scopes for these tools, required ones included, and what more would unlock. */
export const printLeastScopes = (tools: readonly Tool[], json: boolean): string => {
  const least = leastScopes(tools.map((tool) => tool.endpoint));
  const optional = [...optionalScopes(tools)].filter(([scope]) => !least.includes(scope));
  if (json)
    return JSON.stringify(
      {
        tools: tools.map((tool) => tool.name),
        scopes: least,
        optional: optional.map(([scope, reasons]) => ({ scope, for: reasons })),
      },
      null,
      2,
    );
  const count = tools.length === 1 ? '1 tool' : `${tools.length} tools`;
  const more =
    optional.length === 0
      ? ''
      : `\n\nOnly for some arguments:\n${table(optional.map(([scope, reasons]) => [`  ${scope}`, reasons.join('; ')]))}`;
  return `Scopes to tick for ${count}, required ones included:\n${least.map((scope) => `  ${scope}`).join('\n')}${more}`;
};

/** Prints what each tool needs, or the least scopes for the tools and areas that were named. */
export const runScopes: Command = async ({ settings, box, terminal }) => {
  const { added, areas, areasNamed, leftOut } = settings.selection;
  const wanted = (await box.all()).filter((tool) => !leftOut.has(tool.name));
  const chosen =
    added.size === 0 && !areasNamed
      ? undefined
      : wanted.filter(
          (tool) => added.has(tool.name) || (areasNamed && areas.has(tool.endpoint.area)),
        );
  terminal.print(
    chosen ? printLeastScopes(chosen, settings.json) : printRequirements(wanted, settings.json),
  );
  return 0;
};
