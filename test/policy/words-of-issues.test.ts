// What is wrong with a field of a policy is said in our words, whatever it is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { runProgram } from '../commands/run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'do-mcp-words-'));
afterEach(() => rmSync(join(folder, 'policy.json'), { force: true }));

const check = async (value: object): Promise<string> => {
  const path = join(folder, 'policy.json');
  writeFileSync(path, JSON.stringify({ version: 1, ...value }), { mode: 0o600 });
  return (await runProgram(['policy', 'check', '--policy', path])).said;
};

it.each([
  [
    { grants: [{ areas: ['droplets'], access: 'write' }] },
    'grants.0.access: must be a list, and is text',
  ],
  [{ grants: { areas: ['droplets'] } }, 'grants: must be a list, and is an object with fields'],
  [{ rules: [{ access: ['read'] }] }, 'rules.0.decision: must be one of allow, ask, deny'],
  [{ max_monthly_usd: 'ten' }, 'max_monthly_usd: must be a number, and is text'],
  [{ max_creates_per_hour: 1.5 }, 'max_creates_per_hour: must be a whole number'],
  [{ max_monthly_usd: -1 }, 'max_monthly_usd: must be'],
  [{ grants: [{ areas: [], access: ['read'] }] }, 'grants.0.areas: must have at least 1 entry'],
])('%j', async (value, sentence) => {
  const said = await check(value);
  expect(said).toContain(sentence);
  expect(said).not.toMatch(/Invalid|expected|received|Too (small|big)/);
});

it('counts what a policy that can be used holds', async () => {
  expect(await check({ max_monthly_usd: 20 })).toContain(
    'it holds whoever calls, and has a budget.',
  );
});
