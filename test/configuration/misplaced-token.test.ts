// A token in a wrong place: refused like any wrong value, and neither it nor a part of it is printed back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Option } from '../../src/configuration/options/option.ts';
import { namedOptions } from '../../src/configuration/options/options.ts';
import { runProgram } from '../commands/run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'do-mcp-misplaced-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const digits = '9f8e7d6c5b4a39281706f5e4d3c2b1a0'.repeat(2);
const tokens = [
  ['a personal token', `dop_v1_${digits}`],
  ['half a token', `dop_v1_${digits.slice(0, 20)}`],
  ['the end of a token', digits.slice(12)],
  ['an OAuth token', `doo_v1_${digits}`],
  ['a model key', `sk_do_${digits.slice(0, 30)}`],
  ['a key of this server', `domcp_${digits.slice(0, 32)}`],
  ["somebody else's token", 'ghp_Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb3d'],
] as const;

/** Nothing of a secret that is longer than six characters may be read. */
const leaks = (text: string, token: string): boolean => {
  const secret = token.replace(/^(d[a-z]{2}_v1_|sk_do_|domcp_|ghp_)/, '');
  for (let at = 0; at + 6 <= secret.length; at += 1)
    if (text.includes(secret.slice(at, at + 6))) return true;
  return false;
};

const openToAll = ['http', '--sandbox', '--host', '0.0.0.0'];
const closed = ['http', '--sandbox', '--port', '0'];
const special: Readonly<Record<string, readonly string[]>> = {
  port: ['simulate'],
  speed: ['simulate'],
  seedData: ['simulate'],
  policy: [...closed, '--auth', 'agents'],
  host: closed,
  trustedProxies: closed,
  allowedOrigins: closed,
  operatorsFile: ['operator', 'list'],
  serverUrl: ['approvals', 'list'],
  role: ['operator', 'add'],
  reason: ['approvals', 'deny', '0123456789'],
  operatorKeyFile: ['approvals', 'list', '--url', 'http://127.0.0.1:9'],
};

/** A command that is refused whatever is right about the rest, so that none goes on serving. */
const commandFor = (name: string, { group }: Option): readonly string[] =>
  special[name] ?? (group === 'http' ? openToAll : ['tools', '--sandbox']);

// Paths that would be made, addresses that would be asked, and a secret that belongs there.
const without = [
  'sandbox',
  'keyFile',
  'stateDir',
  'secretsDir',
  'audit',
  'stateKey',
  'redisUrl',
  'operatorKey',
];
const tried = namedOptions.filter(([name]) => !without.includes(name)) as readonly (readonly [
  string,
  Option,
])[];

describe.each(tokens)('%s', (_what, token) => {
  it('is not printed back by any option or variable that it is given to', async () => {
    for (const [name, option] of tried) {
      const argv = commandFor(name, option);
      for (const value of [token, `x,${token}`, `--${token}`, `/secrets/${token}`]) {
        const runs = [
          ...(option.flag ? [runProgram([...argv, `--${option.flag}=${value}`])] : []),
          ...(option.variable ? [runProgram(argv, { [option.variable]: value })] : []),
        ];
        for (const { code, said, printed } of await Promise.all(runs)) {
          expect(leaks(said + printed, token), `${name}: ${said}`).toBe(false);
          expect(code, `${name} ${value}`).toBe(2);
        }
      }
    }
  });

  it.each([
    ['as a command', [token]],
    ['as a word behind a command', ['scopes', token]],
    ['as an option', [`--${token}`]],
    ['as an option with one dash', [`-${token}`]],
    ['as the value of an option that does not exist', ['--tokn', token]],
    ['as the value of --token', ['--token', token]],
    ['as a word of help', ['help', token]],
    ['as the name of an agent', ['agent', 'add', token, '--policy', join(folder, 'agents.json')]],
  ])('is not printed back %s', async (_place, argv) => {
    const { code, said, printed } = await runProgram(argv as string[]);
    expect(leaks(said + printed, token), said).toBe(false);
    expect(code).not.toBe(0);
  });

  it('is not printed back as the name of a variable, nor from a file that is no JSON', async () => {
    const named = await runProgram(['scopes'], { [`DO_MCP_${token}`]: '1' });
    expect(named.code).toBe(2);
    expect(leaks(named.said, token), named.said).toBe(false);
    const file = join(folder, 'token');
    for (const text of [
      token,
      `{"droplets": [{"${token}": ${token}}]}`,
      `{"${token}": 1, "${token}": 2}`,
    ]) {
      writeFileSync(file, text);
      const { code, said } = await runProgram(['simulate', '--port', '0', '--seed-data', file]);
      expect(code).toBe(2);
      expect(leaks(said, token), said).toBe(false);
    }
  });
});
