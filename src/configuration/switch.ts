// How on and off are written.

const on = new Set(['1', 'true', 'yes', 'on']);
const off = new Set(['0', 'false', 'no', 'off']);

/** Whether a text says on or off. */
export const isSwitch = (text: string): boolean => switchOf(text) !== undefined;

/** On (true), off (false), or undefined when the text says neither. */
export const switchOf = (text: string): boolean | undefined => {
  const word = text.trim().toLowerCase();
  if (on.has(word)) return true;
  return off.has(word) ? false : undefined;
};
