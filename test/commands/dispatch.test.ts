// The table of commands: what is found, what is refused because it belongs to nothing, and the help from it.
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { findCommand, refuseStrays, takenBy } from '../../src/commands/find-command.ts';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { options } from '../../src/configuration/options/options.ts';
import { version } from '../../src/version.ts';
import { runProgram } from './run-program.ts';

describe('words and options that belong to nothing', () => {
  it.each([
    [['scopes', 'extra'], /"extra" belongs to nothing/],
    [['stdio', 'droplets'], /"droplets" belongs to nothing/],
    [['--sandbox', 'stdio', 'no'], /"no" belongs to nothing/],
    [['scopes', '--mode', 'both'], /does not take --mode, which belongs to do-mcp stdio/],
    [['stdio', '--sandbox', '--port', '1'], /does not take --port/],
    [['simulate', '--sandbox'], /does not take --sandbox/],
    [['stdio', '--json'], /does not take --json/],
    [['version', 'now'], /do-mcp version takes no word/],
    [['--version', '--sandbox'], /neither words nor options/],
    [['help', 'scopes', 'extra'], /no command "scopes extra"/],
    [['help', 'scope'], /Did you mean do-mcp scopes/],
    [['agent', 'add', '--policy', 'x'], /needs <name>.*--policy <file>/],
    [['agent', 'add', 'a', 'b', '--policy', 'x'], /"b" belongs to nothing/],
    [['agent'], /do-mcp agent add/],
    [['agent', 'ad'], /Did you mean do-mcp agent add/],
    [['tool'], /Did you mean do-mcp tools/],
    [['aprovals'], /Did you mean do-mcp approvals\?/],
    [['polcy'], /Did you mean do-mcp policy\?/],
    [['constructor'], /no command "constructor"/],
    [['--areas', 'droplets', 'domains', '--sandbox'], /no command "domains"/],
  ])('are refused: %j', async (argv, reason) => {
    const { code, printed, said } = await runProgram(argv);
    expect(code).toBe(2);
    expect(printed).toBe('');
    expect(said).toMatch(reason);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['tools', '--sandbox', '--areas', 'none'], /--areas none serves only what --tools adds/],
    [
      ['tools', '--sandbox', '--areas=none', '--tools=account_get', '--exclude-tools=account_get'],
      /left out/,
    ],
    [
      ['stdio', '--sandbox', '--areas=none', '--tools=droplets_create', '--read-only'],
      /no tool to serve: this server is read-only/,
    ],
    [['tools', '--sandbox', '--areas=none', '--tools=spaces_key_create'], /no tool to serve/],
    [
      ['http', '--sandbox', '--areas=regions', '--exclude-tools=regions_list'],
      /no tool to serve: regions_list is left out/,
    ],
    [['scopes', '--areas', 'none'], /--areas none/],
    [['scopes', '--areas', 'all,droplets'], /all stands alone/],
    [['scopes', '--areas', ','], /--areas names nothing/],
  ])('and so is a choice that leaves nothing: %j', async (argv, reason) => {
    const { code, said } = await runProgram(argv);
    expect(code).toBe(2);
    expect(said).toMatch(reason);
  });
});

/** A command line as a shell takes it apart, for quotes as our examples have them. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);

describe('help and version', () => {
  it.each([['help'], ['--help'], ['-h'], ['--help', '--sandbox']])(
    'is given for %j, with every command',
    async (...argv) => {
      const { code, printed } = await runProgram(argv);
      expect(code).toBe(0);
      for (const { name, usage } of commands)
        expect(printed).toContain(`do-mcp ${name}${usage && ` ${usage}`}`);
    },
  );

  it.each([['version'], ['--version'], ['-v']])('%s tells the version', async (word) => {
    expect(await runProgram([word])).toEqual({ code: 0, printed: `${version}\n`, said: '' });
  });

  it('is given for each command, with its own options and examples and no others', async () => {
    for (const entry of commands) {
      const { name, examples } = entry;
      const own = takenBy(entry);
      const { printed, code } = await runProgram(['help', ...name.split(' ')]);
      expect(code).toBe(0);
      expect(printed).toBe((await runProgram([...name.split(' '), '--help'])).printed);
      for (const [option, { flag }] of Object.entries(options).flatMap(([key, option]) =>
        'flag' in option ? [[key, option] as const] : [],
      ))
        expect(new RegExp(`^  --${flag}( |$)`, 'm').test(printed), `${name}: ${flag}`).toBe(
          own.some((one) => one === option),
        );
      for (const [line] of examples) expect(printed).toContain(line);
    }
  });

  it('says for the first word of a command what may follow', async () => {
    expect((await runProgram(['help', 'agent'])).printed).toContain(
      'do-mcp agent add <name> --policy <file>',
    );
  });

  it('keeps to the width of a narrow terminal', async () => {
    for (const words of [[], ...commands.map(({ name }) => name.split(' '))]) {
      const { printed } = await runProgram(['help', ...words]);
      expect(printed.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it('shows only examples of the command, whose words and options it takes', () => {
    for (const { name, examples } of commands)
      for (const [text] of examples) {
        const line = parseCommandLine(wordsOf(text).slice(1));
        const found = findCommand(commands, line.words);
        expect(found.entry.name, text).toBe(name);
        expect(() => refuseStrays(commands, found, line.given), text).not.toThrow();
      }
  });

  it('is given for a command with its words typed already', async () => {
    const { printed } = await runProgram(['agent', 'add', 'ci', '--policy', 'x', '--help']);
    expect(printed).toBe((await runProgram(['help', 'agent', 'add'])).printed);
  });
});
