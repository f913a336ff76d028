// The answer of find_tools by itself: how many tools it holds, how long it grows, and what it says when there are none.
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import type { Grant } from '../../src/guard/grant.ts';
import { Guard } from '../../src/guard/guard.ts';
import { findAnswer } from '../../src/menu/finders/find-answer.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { createToolBox } from '../../tools/tool-box.ts';
import { toolNamed } from '../agent.ts';

const holding = (...scopes: readonly string[]): Grant => ({
  kind: 'known',
  scopes: new Set(scopes),
  source: 'digitalocean',
  expiresAt: null,
});

const asking = (grant: Grant, leftOut: readonly string[] = []) =>
  new Guard(
    {
      areas: new Set(areaNames),
      areasNamed: false,
      named: new Set(),
      added: new Set(),
      leftOut: new Set(leftOut),
      readOnly: false,
      allowSecrets: false,
    },
    grant,
  );

const template = toolNamed('regions_list');

/** A tool whose whole card takes so many characters, or one of the usual size. */
const sized = (name: string, length?: number): Tool => {
  const tool = { ...template, name, description: '' };
  if (length === undefined) return tool;
  const bare = JSON.stringify({ name, description: '', input_schema: tool.inputSchema }).length;
  return { ...tool, description: 'x'.repeat(length - bare) };
};

const find = async (
  tools: readonly Tool[],
  own: { readonly area?: string; readonly most?: number; readonly guard?: Guard } = {},
) => {
  const box = {
    ...createToolBox(),
    named: async (name: string) => tools.find((tool) => tool.name === name),
  };
  const { guard = asking(holding('api:write')), ...wish } = own;
  const answer = await findAnswer({ request: 'anything', ...wish }, guard, {
    box,
    search: async (_, most) => tools.slice(0, most).map(({ name }) => ({ name, score: 1 })),
    listed: new Set(tools.map(({ name }) => name)),
  });
  return answer as {
    readonly tools: readonly Record<string, unknown>[];
    readonly also_found?: unknown;
    readonly not_granted?: unknown;
    readonly note?: string;
  };
};

const namesOf = ({ tools }: Awaited<ReturnType<typeof find>>) => tools.map(({ name }) => name);

describe('what is found', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => sized(name));

  it('is three tools, or as many as were asked for, without a note', async () => {
    const usual = await find(five);
    expect(namesOf(usual)).toEqual(['a', 'b', 'c']);
    expect(Object.keys(usual)).toEqual(['tools']);
    expect(namesOf(await find(five, { most: 1 }))).toEqual(['a']);
    expect(namesOf(await find(five, { most: 5 }))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('fills the room to its last character, and not beyond it', async () => {
    const exact = await find([sized('a', 3_000), sized('b', 5_000)]);
    expect(exact.tools.map((card) => 'input_schema' in card)).toEqual([true, true]);
    const over = await find([sized('a', 3_000), sized('b', 5_001), sized('c')]);
    // The schema of the second gives way to the names of its arguments, and even so it must fit.
    expect(over.tools.map((card) => 'input_schema' in card)).not.toEqual([true, true, true]);
    expect(over.tools.reduce((sum, card) => sum + JSON.stringify(card).length, 0)).toBeLessThan(
      8_001,
    );
  });

  it('ends at the first tool that does not fit even in short', async () => {
    const { tools, also_found } = await find([sized('a', 3_000), sized('b', 7_000), sized('c')]);
    expect(tools.map(({ name }) => name)).toEqual(['a']);
    // What has no room is named, so that it can be asked for by itself.
    expect(also_found).toEqual(['b', 'c']);
  });

  it('is never nothing because the first tool is too long', async () => {
    const { tools } = await find([sized('a', 12_000)]);
    expect(tools).toHaveLength(1);
    expect(tools[0]).not.toHaveProperty('input_schema');
    expect(tools[0]).toHaveProperty('arguments');
  });

  it('is of the area that was asked for', async () => {
    expect(namesOf(await find(five, { area: 'regions' }))).toEqual(['a', 'b', 'c']);
    expect((await find(five, { area: 'vpcs' })).note).toMatch(
      /^Nothing was found\. Say it in other/,
    );
  });

  it('names two tools that only a scope is missing for', async () => {
    const droplets = ['droplets_list', 'droplets_get', 'droplets_create'].map(toolNamed);
    const barred = await find(droplets, { guard: asking(holding('account:read')) });
    expect(barred.tools).toEqual([]);
    expect(barred.not_granted).toMatchObject([
      { name: 'droplets_list', missing_scopes: ['droplet:read'] },
      { name: 'droplets_get', missing_scopes: ['droplet:read'] },
    ]);
    expect(barred.note).toBe(
      'What was found may not be used here; tell the user why, and which scope is missing.',
    );
  });

  it('tells nothing of what the owner left out', async () => {
    const guard = asking(holding('account:read'), ['droplets_list']);
    const hidden = await find([toolNamed('droplets_list')], { guard });
    expect(hidden).toEqual({ tools: [], note: expect.stringMatching(/^Nothing was found/) });
  });
});
