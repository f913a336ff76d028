// What a call would give away, told by its arguments alone: declared secrets, and settings that may be one.
import { describe, expect, it } from 'vitest';
import { disclosureOf, overlap, secretPlaces } from '../../src/guard/disclosure.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import { toolNamed } from '../agent.ts';

const tool = toolNamed('databases_get_cluster');
const { view: _shown, ...endpoint } = tool.endpoint;

/** The tool as it would be if its connection were settings, and nothing else of it secret. */
const configured = {
  ...tool,
  endpoint: {
    ...endpoint,
    discloses: {
      kind: 'credential' as const,
      fields: ['owner.password'] as const,
      settings: ['connection.settings'] as const,
    },
  },
};

describe('a call of a tool whose answer holds settings', () => {
  it.each<[Arguments, 'credential' | 'nothing']>([
    [{}, 'credential'],
    [{ detail: 'full' }, 'credential'],
    [{ fields: [] }, 'credential'],
    [{ fields: ['connection'] }, 'credential'],
    [{ fields: ['connection.settings'] }, 'credential'],
    [{ fields: ['connection.settings.value'] }, 'credential'],
    [{ fields: ['name', 'owner'] }, 'credential'],
    [{ fields: ['connection.settings.key'] }, 'nothing'],
    [{ fields: ['connection.host', 'name', 'owner.name'] }, 'nothing'],
  ])('with %j discloses a %s', (given, disclosed) => {
    expect(disclosureOf(configured, given)).toBe(disclosed);
  });

  it('names every place that would have to be left out', () => {
    expect(secretPlaces(configured.endpoint.discloses)).toEqual([
      'connection.settings.value',
      'owner.password',
    ]);
  });
});

describe('two places', () => {
  it.each<[string, string, boolean]>([
    ['a', 'a', true],
    ['a', 'a.b', true],
    ['a.b', 'a', true],
    ['a.b', 'a.c', false],
    ['a', 'ab', false],
    ['*.b', 'a.b', true],
    ['*.b', 'a.c', false],
    ['a.*.c', 'a.b.c', true],
    ['a.b', '*.c', false],
    ['**.c', 'a.b.c', true],
    ['**.c', 'c', true],
    ['a.b.c', 'a.**.c', true],
    ['a.**.c', 'b.c', false],
    // How deep it goes below a field is known only from the answer.
    ['**.secret', 'name', true],
  ])('%s and %s: %s', (one, other, meets) => {
    expect(overlap(one, other)).toBe(meets);
    expect(overlap(other, one)).toBe(meets);
  });
});
