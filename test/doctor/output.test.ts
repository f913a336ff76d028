// How the doctor's findings are told: a stable shape for programs, lines that fit for people, nothing secret in either.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { troubleshootingText } from '../../scripts/troubleshooting/text.ts';
import { checks } from '../../src/doctor/checks.ts';
import { runProgram } from '../commands/run-program.ts';
import { newFolder, someToken } from './stand-in.ts';

const doctor = (...argv: readonly string[]) => {
  const home = newFolder();
  return runProgram(['doctor', '--sandbox', ...argv], {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    DO_MCP_STATE_DIR: join(home, 'state'),
    DO_MCP_PORT: '0',
  });
};

describe('the findings', () => {
  it('have a shape that stays, whatever they are', async () => {
    const told = JSON.parse((await doctor('--json', '--quota', 'x')).printed) as Record<
      string,
      unknown
    >;
    expect(Object.keys(told)).toEqual(['version', 'blocks', 'warnings', 'notes', 'findings']);
    expect(told['blocks']).toBe(1);
    for (const finding of told['findings'] as readonly object[])
      expect(Object.keys(finding)).toEqual([
        'id',
        'check',
        'level',
        'found',
        'details',
        'remedy',
        'fixable',
        'fixed',
      ]);
  });

  it('have ids that begin with the name of their check, each once in all tables', () => {
    const ids = checks.flatMap(({ meanings }) => Object.keys(meanings));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\.[a-z_]+$/);
  });

  it('are each provoked by a test', () => {
    const folder = new URL('.', import.meta.url);
    const tests = readdirSync(folder)
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const ids = checks.flatMap(({ meanings }) => Object.keys(meanings));
    expect(ids.filter((id) => !tests.includes(`'${id}'`))).toEqual([]);
  });

  it('that block or warn each say what to do', () => {
    for (const { meanings } of checks)
      for (const [id, { level, remedy }] of Object.entries(meanings))
        if (level === 'blocks' || level === 'warning') expect(remedy, id).not.toBeNull();
  });

  it('fit a page of 80 columns, and end with what there is to do', async () => {
    const { printed, code } = await doctor();
    const long = printed
      .split('\n')
      .filter((line) => line.length > 80 && /\s\S+\s/.test(line.trim()));
    expect(long).toEqual([]);
    expect(printed).toMatch(
      /^Nothing blocks, 0 warnings, \d notes?\. do-mcp doctor --fix mends 1 of them\.$/m,
    );
    expect(code).toBe(0);
  });

  it('say once what is to be done about several', async () => {
    const { printed } = await doctor('--quota', 'x', '--mode', 'y');
    expect(printed.match(/Correct it where it stands/g)).toHaveLength(1);
  });

  it('never show a token, wherever it stands', async () => {
    const home = newFolder();
    const { printed, said } = await runProgram(
      ['doctor', '--api-url', 'http://127.0.0.1:9', '--areas', someToken],
      {
        HOME: home,
        DIGITALOCEAN_TOKEN: someToken,
        DO_MCP_STATE_KEY: 'k'.repeat(40),
        DO_MCP_STATE_DIR: join(home, 'state'),
      },
    );
    expect(printed + said).not.toContain(someToken.slice(7));
    expect(printed + said).not.toContain('kkkkkkkk');
  });
});

it('docs/troubleshooting.md is what npm run troubleshooting-page writes', () => {
  const page = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8');
  expect(page).toBe(troubleshootingText(checks));
});
