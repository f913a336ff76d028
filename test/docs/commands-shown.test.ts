// Whoever copies a command of ours out of a page has one that the program takes.
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { findCommand, refuseStrays } from '../../src/commands/find-command.ts';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { inlineCode, pages, shellLines } from './pages.ts';

/** The words of a shell line: quotation marks hold words together, and what is sent on elsewhere is cut off. */
const wordsOf = (line: string): readonly string[] =>
  [...(line.split(/ [|>&;] ?|\s>\s/)[0] ?? '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );

const calls = ['do-mcp', 'dist/do-mcp.cjs', 'digitalocean-scoped-mcp'];

/** What is given to our program on a line, after variables and what starts it; undefined when it is not called there. */
const givenIn = (line: string): readonly string[] | undefined => {
  const words = wordsOf(line);
  const place = words.findIndex((word) =>
    calls.some((call) => word === call || word.endsWith(`/${call}`)),
  );
  const before = words.slice(0, Math.max(place, 0));
  const starters = /^(?:[A-Z_]+=.*|node|npx|-y|-p|exec|--)$/;
  return place < 0 || !before.every((word) => starters.test(word))
    ? undefined
    : words.slice(place + 1);
};

/** With places to fill in it is a form, not a command; with `…` or brackets it is a usage. */
const isForm = (line: string): boolean => /[<>…[\]|]/.test(line);

const taken = (line: string): string | undefined => {
  const given = givenIn(line);
  if (!given) return undefined;
  try {
    const parsed = parseCommandLine(given);
    const [first] = parsed.words;
    if (parsed.help || parsed.version || first === 'help' || first === 'version') return undefined;
    refuseStrays(commands, findCommand(commands, parsed.words), parsed.given);
    return undefined;
  } catch (error) {
    return `${line}: ${error instanceof Error ? error.message : String(error)}`;
  }
};

describe('the commands that pages show', () => {
  it('are found', () => {
    expect(pages.flatMap(shellLines).filter(givenIn).length).toBeGreaterThan(3);
    expect(taken('do-mcp scopes --fro "manage dns"')).toContain('--fro');
    expect(taken('FOO=1 npx -y digitalocean-scoped-mcp stdioo')).toContain('stdioo');
  });

  it.each(pages)('$path: those in blocks are taken by the program as they stand', (page) => {
    expect(
      shellLines(page).flatMap((line) => taken(line.replaceAll(/<[^>]*>/g, 'x')) ?? []),
    ).toEqual([]);
  });

  it.each(pages)('$path: so are those within sentences', (page) => {
    const lines = inlineCode(page).filter((line) => line.startsWith('do-mcp ') && !isForm(line));
    // A sentence may name a command by the words that choose it, and say in others what goes with it.
    const wrong = lines.flatMap((line) => taken(line) ?? []);
    expect(wrong.filter((message) => !/needs|one word more/.test(message))).toEqual([]);
  });
});
