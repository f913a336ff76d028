// Spells what is not ASCII in code by escapes: packs are read byte by byte, which the bundler does not know of its
// regular expressions.

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * The same code in ASCII alone; an escape means the same in a text, a template and a regular expression.
 * @throws Error where a backslash stands before such a character, and would take its escape apart.
 */
export const inAscii = (code: string): string => {
  const at = code.search(/\\\P{ASCII}/u);
  if (at >= 0)
    throw new Error(
      `A backslash before ${JSON.stringify(code.slice(at, at + 2))}: write the character without it.`,
    );
  return code.replaceAll(/\P{ASCII}/gu, (character) => character.split('').map(escaped).join(''));
};
