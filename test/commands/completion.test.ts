// Completions: what a half-typed line may go on with, as the program answers it to any shell.
import { describe, expect, it } from 'vitest';
import { wordsOfLine } from '../../src/commands/completion/answer-shell.ts';
import { runProgram } from './run-program.ts';

const complete = async (...typed: readonly string[]): Promise<readonly string[]> => {
  const { printed, code, said } = await runProgram(['__complete', 'words', ...typed]);
  expect(said).toBe('');
  expect(code).toBe(0);
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t', 1).join(''));
};

describe('what a line may go on with', () => {
  it.each([
    [['to'], ['tools']],
    [['appr'], ['approvals']],
    [
      ['agent', ''],
      ['add', 'list', 'revoke', 'rotate'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', 'powershell'],
    ],
    [['tools', '--acc'], ['--access']],
    [
      ['tools', '--access', ''],
      ['read', 'write'],
    ],
    [
      ['--confirm', ''],
      ['ask', 'destroy', 'never'],
    ],
    [
      ['tools', '--effect', 'read,'],
      ['read,write', 'read,destroy'],
    ],
    [['tools', '--area', 'volumes,snap'], ['volumes,snapshots']],
    [['tools', '--area=snap'], ['--area=snapshots']],
    [['scopes', '--tools', 'account_g'], ['account_get']],
    [['--scopes', 'ssh_key:c'], ['ssh_key:create']],
    [
      ['tools', 'volumes_del'],
      ['volumes_delete', 'volumes_delete_by_name'],
    ],
    [['--read-only', 'call', 'volumes_delete_b'], ['volumes_delete_by_name']],
    [
      ['call', 'droplets_destroy', 'd'],
      ['droplet_id=', 'dry_run='],
    ],
    [['call', 'droplets_destroy', 'droplet_id=1', 'dr'], ['dry_run=']],
    [
      ['call', 'volumes_create', 'filesystem_type='],
      ['filesystem_type=ext4', 'filesystem_type=xfs'],
    ],
    [['help', 'exit'], ['exit-codes']],
    [['--token-file', '/tm'], []],
    [['xyzzy', ''], []],
  ])('%j: %j', async (typed, expected) => {
    expect(await complete(...typed)).toEqual(expected);
  });

  it('offers of a command the options that it takes, and no others', async () => {
    const flags = await complete('simulate', '--');
    expect(flags).toContain('--speed');
    expect(flags).not.toContain('--area');
  });

  it('says what each is', async () => {
    const { printed } = await runProgram(['__complete', 'line', 'do-mcp to']);
    expect(printed).toMatch(/^tools\twhich tools/);
  });
});

describe('a line that was half typed', () => {
  it.each([
    ['do-mcp tools ', ['do-mcp', 'tools', '']],
    ['do-mcp tools --area "vol', ['do-mcp', 'tools', '--area', 'vol']],
    [String.raw`do-mcp a\ b 'c d' e`, ['do-mcp', 'a b', 'c d', 'e']],
  ])('%j is taken apart as a shell would', (line, words) => {
    expect(wordsOfLine(line)).toEqual(words);
  });
});

describe('do-mcp completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('has a script for %s', async (shell) => {
    const { printed, code } = await runProgram(['completion', shell]);
    expect(printed).toContain('do-mcp __complete');
    expect(code).toBe(0);
  });

  it('names the shells there are, and the nearest', async () => {
    const { said, code } = await runProgram(['completion', 'bsh']);
    expect(said).toMatch(/bash, zsh, fish, powershell, not for "bsh"\. Did you mean bash\?/);
    expect(code).toBe(2);
  });
});
