// do-mcp tools: everything about every tool, where it is to be found, and why.

import { describe, expect, it } from 'vitest';
import { operationIndex } from '../../scope-map/operation-index.ts';
import type { ToolLine } from '../../src/commands/tools/tool-lines.ts';
import { offeredFinders } from '../../src/menu/finders/finder-tools.ts';
import { runProgram } from './run-program.ts';

const run = async (...options: readonly string[]): Promise<string> => {
  const { code, printed, said } = await runProgram(['tools', '--sandbox', ...options]);
  expect(said).toBe('');
  expect(code).toBe(0);
  return printed;
};

const linesOf = async (...options: readonly string[]): Promise<readonly ToolLine[]> =>
  JSON.parse(await run('--json', ...options)) as readonly ToolLine[];

const find = (lines: readonly ToolLine[], name: string): ToolLine | undefined =>
  lines.find((line) => line.name === name);

const namesIn = (lines: readonly ToolLine[], state: ToolLine['state']): readonly string[] =>
  lines.filter((line) => line.state === state).map(({ name }) => name);

describe('do-mcp tools --all --json', () => {
  it('tells of every operation method, path, scopes, effect and cost', async () => {
    const lines = await linesOf('--all');
    const ofApi = lines.filter(({ operation }) => operation !== null);
    expect(ofApi.map(({ operation }) => operation)).toEqual(Object.keys(operationIndex));
    for (const line of ofApi) {
      const known = Object.entries(operationIndex).find(([id]) => id === line.operation)?.[1];
      expect(line).toMatchObject({
        name: known?.name,
        area: known?.area,
        method: known?.method,
        path: known?.path,
        effect: known?.effect,
        cost: known?.cost ?? 'none',
      });
      expect(line.scopes.map((all) => all.join(' + ')).join(' | '), line.name).toBe(known?.scopes);
      expect(line.reason, line.name).not.toBe('');
    }
  });

  it('tells what arguments change about scopes and bill', async () => {
    expect(find(await linesOf('--all'), 'volume_actions_post_by_id')?.conditions).toEqual(
      expect.arrayContaining([
        { when: { argument: 'type', is: ['resize'] }, cost: 'raises' },
        { when: { argument: 'tags' }, needs: ['tag:create'] },
      ]),
    );
  });

  it('tells what is listed, behind which finder, given up and hidden, each with its reason', async () => {
    const lines = await linesOf('--all', '--exclude-tools', 'regions_list');
    expect(find(lines, 'droplets_list')).toMatchObject({
      state: 'listed',
      reason: 'it belongs to what is listed by default',
      available: true,
    });
    expect(find(lines, 'tags_delete')).toMatchObject({
      state: 'finders',
      finder: 'call_destroy_tool',
      reason: 'it does not belong to what is listed by default',
      available: true,
    });
    expect(find(lines, 'genai_create_model_api_key')).toMatchObject({
      state: 'deprecated',
      deprecated: expect.stringContaining('control panel'),
      remedy: expect.stringContaining('--tools'),
      available: false,
    });
    expect(find(lines, 'regions_list')).toMatchObject({
      state: 'hidden',
      reason: 'regions_list is left out of this server',
      remedy: expect.stringContaining('--exclude-tools'),
      available: false,
    });
  });

  it('names the scopes that a token lacks, and the arguments on which it depends', async () => {
    const lines = await linesOf('--all', '--scopes', 'droplet:read');
    expect(find(lines, 'droplets_create')).toMatchObject({
      state: 'hidden',
      missing_scopes: ['droplet:create'],
    });
    expect(find(lines, 'droplets_list')).toMatchObject({
      state: 'listed',
      depends_on: ['tag_name'],
    });
  });

  it('lists what was named: a single area, a tool, and what was given up', async () => {
    const lines = await linesOf(
      '--all',
      '--areas',
      'tags,core',
      '--tools',
      'cdn_list_endpoints,genai_create_model_api_key',
    );
    expect(find(lines, 'tags_list')).toMatchObject({
      state: 'listed',
      reason: 'the area tags was named',
    });
    expect(find(lines, 'cdn_list_endpoints')).toMatchObject({
      state: 'listed',
      reason: 'it was named',
    });
    expect(find(lines, 'genai_create_model_api_key')).toMatchObject({
      state: 'listed',
      deprecated: expect.any(String),
    });
    expect(find(lines, 'certificates_list')).toMatchObject({
      state: 'hidden',
      reason: 'the area certificates is not served',
    });
  });

  it('lists no more than hosts take, and says so of the rest', async () => {
    const lines = await linesOf('--areas', 'core,databases,monitoring,agents,apps');
    const listed = namesIn(lines, 'listed');
    expect(listed.length + offeredFinders.length).toBe(128);
    const named = lines.filter(({ state, area }) => state === 'finders' && area === 'agents');
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named.map(({ reason }) => reason))).toEqual(
      new Set(['no more than 128 tools are listed']),
    );
  });

  it.each([
    ['search', 'finders', 'nothing but the finders is listed in this mode'],
    ['tools', 'listed', 'all that is served is listed in this mode'],
  ] as const)('in mode %s has all that is served in one place', async (mode, state, reason) => {
    const lines = await linesOf('--mode', mode);
    const ofApi = lines.filter(({ operation }) => operation !== null);
    expect(new Set(ofApi.map((line) => line.state))).toEqual(new Set([state]));
    expect(new Set(ofApi.map((line) => line.reason))).toEqual(new Set([reason]));
  });
});

describe('do-mcp tools', () => {
  it('prints what is served, in the place where it is', async () => {
    const text = await run('--scopes', 'droplet:read,tag:read');
    expect(text).toMatch(/^\d+ of \d+ tools for sandbox: 2 scopes\n\nListed: \d+\n/);
    expect(text).toMatch(/\n {2}droplets_list +read +List Droplets\n/);
    expect(text).toMatch(
      /\n\nBehind the finders [^\n]*: \d+\n(?: {2}.*\n)* {2}tags_list +read +List tags\n/,
    );
    expect(text).not.toContain('droplets_create');
    expect(text).not.toContain('Hidden');
  });

  it('prints with --all a table for each place, with bill and path, and why the rest is hidden', async () => {
    const text = await run('--all', '--exclude-tools', 'regions_list');
    expect(text).toMatch(
      /\n {2}droplets_create +write, starts a bill +POST \/v2\/droplets +droplet:create\n/,
    );
    expect(text).toMatch(/\n\nGiven up by DigitalOcean[^\n]*\n(?: {2}.*\n)* {2}registry_get /);
    expect(text).toMatch(
      /\n\nHidden: \d+\n(?: {2}.*\n)* {2}regions_list +read +GET \/v2\/regions +regions_list is left out/,
    );
  });

  it('counts in its headings what stands below them', async () => {
    const lines = await linesOf('--all');
    const text = await run('--all');
    const ofApi = lines.filter(({ operation }) => operation !== null);
    const counted = [...text.matchAll(/^[A-Z].*: (\d+)$/gm)].map(([, count]) => Number(count));
    expect(counted).toEqual(
      (['listed', 'finders', 'deprecated', 'hidden'] as const).map(
        (state) => namesIn(ofApi, state).length,
      ),
    );
  });
});
