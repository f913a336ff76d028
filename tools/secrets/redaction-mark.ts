// What stands where a credential stood, and how it is recognised when it comes back.

/** Stands where a credential stood. An argument that contains it is refused, so that it is never written back. */
export const redactionMark = '[redacted by do-mcp]';

const beforePlace = '[written by do-mcp';

/** Stands where a credential stood that is in a file now. It is refused as an argument, too. */
export const writtenMark = (path: string): string => `${beforePlace} to ${path}]`;

// The parts of the marks that a model cannot help copying, however it trims the rest.
const starts = ['[redacted', beforePlace];

// A letter as itself, as JSON escapes it (within JSON text within JSON text, too) or as an address does.
const spelled = (letter: string): string => {
  const code = letter.charCodeAt(0).toString(16);
  return `(?:[${letter === '[' ? '\\[' : letter}]|(?<!\\\\)\\\\{1,64}u00${code}|%(?:25){0,4}${code})`;
};

const mark = new RegExp(starts.map((start) => [...start].map(spelled).join('')).join('|'), 'i');

/** Whether a text holds one of the marks, or the beginning of it, as it is or escaped. */
export const holdsMark = (text: string): boolean => mark.test(text);
