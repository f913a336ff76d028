// Which tools beside a call tell more about its thing. Only those are named that the caller may use.
import type { About } from './about.ts';

const listAt = (path: string, { box, guard }: About): string | undefined => {
  const list = box.outlines.find((one) => one.reply === 'list' && one.path === path);
  return list && !guard.refusalOf(list) ? list.name : undefined;
};

/** The list at the very path of the call: what a lost create may have made, what runs beside an action. */
export const listBeside = (about: About): string | undefined =>
  listAt(about.tool.endpoint.path, about);

/** The list that the thing of the call stands in: that of the path without its last parameter. */
export const listAbove = (about: About): string | undefined =>
  listAt(about.tool.endpoint.path.replace(/\/\{[^}]+\}[^{}]*$/, ''), about);
