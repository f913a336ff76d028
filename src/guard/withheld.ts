// Works out which arguments and values of a tool are not shown, because a call with them would be refused.
import type { Withheld } from '../../tools/tool/narrow.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { isBarred, type Matter } from './rules.ts';

/** What is kept from a tool's schema; nothing that the call cannot do without. */
export const withheldFrom = (rights: Pick<Matter, 'selection' | 'grant'>, tool: Tool): Withheld => {
  const { endpoint } = tool;
  const hidden = new Set<string>();
  const values = new Map<string, Set<unknown>>();
  for (const condition of endpoint.conditions ?? []) {
    const { argument, is, absent } = condition.when;
    // What is only barred while an argument is absent cannot be told by leaving something out of a schema.
    if (absent || !isBarred(rights, tool, condition)) continue;
    if (is === undefined) hidden.add(argument);
    else values.set(argument, new Set([...(values.get(argument) ?? []), ...is]));
  }
  for (const rule of endpoint.rules ?? []) {
    if (rule.kind !== 'only' || rule.when.is === undefined) continue;
    const gone = values.get(rule.when.argument);
    if (gone && rule.when.is.every((value) => gone.has(value)))
      for (const argument of rule.arguments) hidden.add(argument);
  }
  return { arguments: hidden, values };
};
