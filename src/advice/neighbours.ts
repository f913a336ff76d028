// Which tools beside a call tell more about its thing. Only those are named that the caller may use.
import type { Tool } from '../../tools/tool/tool.ts';
import type { About } from './about.ts';

const usable = (tool: Tool | undefined, { guard }: About): string | undefined =>
  tool !== undefined && guard.standing(tool).answer !== 'refused' ? tool.name : undefined;

/** The list at the very path of the call: what a lost create may have made, what runs beside an action. */
export const listBeside = (about: About): string | undefined =>
  usable(about.box.listBeside(about.tool.endpoint), about);

/** The list that the thing of the call stands in: that of the path without its last parameter. */
export const listAbove = (about: About): string | undefined => {
  const above = about.tool.endpoint.path.replace(/\/\{[^}]+\}[^{}]*$/, '');
  const list = about.box.tools.find(
    ({ endpoint }) => endpoint.reply.kind === 'list' && endpoint.path === above,
  );
  return usable(list, about);
};
