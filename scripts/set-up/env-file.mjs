// Reads .env: a line that cannot be meant is an error, since most loaders join it with the next and lose both.
import { readFileSync } from 'node:fs';

/** Why the file cannot be used, in a sentence. */
export class EnvFileError extends Error {}

const assignment = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;
const quotes = ['"', "'", '`'];

/**
 * A value in quotes, which may go on over several lines.
 *
 * @param {readonly string[]} lines
 * @param {number} at Index of the line that the value begins in.
 * @param {string} text What stands behind the equals sign.
 * @returns {{ value: string, next: number }} The value, and the index of the line behind it.
 */
const readQuoted = (lines, at, text) => {
  const quote = text.charAt(0);
  let rest = text.slice(1);
  let line = at;
  while (!rest.includes(quote)) {
    line += 1;
    const more = lines[line];
    if (more === undefined)
      throw new EnvFileError(`.env, line ${at + 1}: the quotes are never closed.`);
    rest += `\n${more}`;
  }
  const end = rest.indexOf(quote);
  if (!/^\s*(#.*)?$/.test(rest.slice(end + 1)))
    throw new EnvFileError(`.env, line ${line + 1}: something stands behind the closing quotes.`);
  const inner = rest.slice(0, end);
  return { value: quote === '"' ? inner.replace(/\\n/g, '\n') : inner, next: line + 1 };
};

/**
 * The variables of a text.
 *
 * @param {string} text
 * @returns {Map<string, string>}
 * @throws {EnvFileError} naming the line; what stands there is not repeated, for it may be a token.
 */
export const parseEnvFile = (text) => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  /** @type {Map<string, string>} */
  const found = new Map();
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (/^\s*(#.*)?$/.test(line)) {
      at += 1;
      continue;
    }
    const [, name = '', rest = ''] = assignment.exec(line) ?? [];
    if (name === '')
      throw new EnvFileError(
        `.env, line ${at + 1} is neither a comment nor NAME=value. Correct it, or put a # before it.`,
      );
    if (found.has(name))
      throw new EnvFileError(`.env, line ${at + 1}: ${name} stands there a second time.`);
    if (quotes.includes(rest.charAt(0))) {
      const { value, next } = readQuoted(lines, at, rest);
      found.set(name, value);
      at = next;
    } else {
      found.set(name, rest.replace(/(^|\s)#.*$/, '').trim());
      at += 1;
    }
  }
  return found;
};

/** @type {Readonly<Record<string, string>>} */
const troubles = {
  EISDIR: 'is a folder. It has to be a file; .env.example shows one',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
};

/**
 * Sets what a file says and the environment does not say already.
 *
 * @param {string} path A file that need not be there.
 * @param {Record<string, string | undefined>} environment
 * @throws {EnvFileError} when it cannot be read, or a line is wrong.
 */
export const loadEnvFile = (path, environment) => {
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return;
    throw new EnvFileError(`.env ${troubles[code] ?? `cannot be read (${code})`}.`);
  }
  // Notepad and PowerShell of Windows write UTF-16 when they are left to themselves.
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(isUtf16 ? 'utf16le' : 'utf8');
  for (const [name, value] of parseEnvFile(text))
    if (environment[name] === undefined) environment[name] = value;
};
