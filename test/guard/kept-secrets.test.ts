// Where a credential goes: to nobody, to the model, or to a file of the person; every setting with every other.
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import { disclosureOf } from '../../src/guard/disclosure.ts';
import type { Grant } from '../../src/guard/grant.ts';
import { Guard } from '../../src/guard/guard.ts';
import { judge } from '../../src/guard/judge.ts';
import { restrict, type Selection } from '../../src/guard/selection.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import { toolNamed, tools } from '../agent.ts';

const everything: Selection = {
  areas: new Set(areaNames),
  areasNamed: false,
  named: new Set(),
  added: new Set(),
  leftOut: new Set(),
  readOnly: false,
  allowSecrets: false,
};

const known: Grant = {
  kind: 'known',
  scopes: new Set(['api:write']),
  source: 'digitalocean',
  expiresAt: null,
};
const unknown: Grant = { kind: 'unknown', reason: 'nobody told' };
const invalid: Grant = { kind: 'invalid', reason: 'revoked' };

const request: ApiRequest = { method: 'GET', path: '/v2/x', query: [] };
const disclosing = tools.filter(({ endpoint }) => endpoint.discloses && !endpoint.deprecated);

type Goes = 'nobody' | 'model' | 'files';

/** What the settings say together, in a table that a person can read. */
const table: readonly [
  readOnly: boolean,
  allowSecrets: boolean,
  keepSecrets: boolean,
  grant: Grant,
  goes: Goes,
][] = [
  [false, false, false, known, 'nobody'],
  [false, true, false, known, 'model'],
  [false, false, true, known, 'files'],
  // Who wants both gets the one that keeps it from the model.
  [false, true, true, known, 'files'],
  [true, false, false, known, 'nobody'],
  [true, true, false, known, 'nobody'],
  [true, false, true, known, 'nobody'],
  [true, true, true, known, 'nobody'],
  [false, false, false, unknown, 'nobody'],
  [false, true, false, unknown, 'nobody'],
  [false, false, true, unknown, 'nobody'],
  [false, true, true, unknown, 'nobody'],
  [false, true, true, invalid, 'nobody'],
];

describe.each(table)(
  'reading only %s, secrets allowed %s, kept %s',
  (readOnly, allowSecrets, keepSecrets, grant, goes) => {
    const guard = new Guard({ ...everything, readOnly, allowSecrets, keepSecrets }, grant);

    it(`gives credentials to ${goes}, with a token of ${grant.kind} scopes`, async () => {
      expect([guard.revealsSecrets, guard.keepsSecrets]).toEqual([
        goes === 'model',
        goes === 'files',
      ]);
      for (const tool of disclosing) {
        const given = { ...exampleArguments(tool).full, detail: 'full' };
        const { discloses, keeps, why } = await judge(guard, { tool, given, request });
        const gives = disclosureOf(tool, given);
        expect(discloses, tool.name).toBe(goes === 'model' ? gives : 'nothing');
        expect(keeps ?? 'nothing', tool.name).toBe(goes === 'files' ? gives : 'nothing');
        // A person is asked about what the model would see, and about nothing else of the kind.
        expect(
          why.some((one) => one.includes('to the model')),
          tool.name,
        ).toBe(goes === 'model' && gives !== 'nothing');
      }
    });

    it('offers what has no other product than a credential where that goes somewhere', () => {
      const only = disclosing.filter(({ endpoint }) => endpoint.discloses?.only);
      expect(only.length).toBeGreaterThan(10);
      for (const tool of only)
        expect(guard.offer(tool) !== undefined, tool.name).toBe(goes !== 'nobody');
    });
  },
);

describe('a call that keeps a credential', () => {
  const guard = new Guard({ ...everything, keepSecrets: true }, known);
  const kept = async (name: string, given: Record<string, unknown>) =>
    (await judge(guard, { tool: toolNamed(name), given, request })).keeps;

  it.each([
    ['kubernetes_get_kubeconfig', {}, 'credential'],
    ['kubernetes_get_kubeconfig', { type: 'sso' }, undefined],
    ['databases_get_cluster', { fields: ['name'] }, undefined],
    ['databases_get_cluster', { fields: ['connection.host'] }, undefined],
    ['databases_get_cluster', { fields: ['connection'] }, 'credential'],
    // What has no other product gives a credential away however little of it is shown.
    ['spaces_key_create', { fields: ['name'] }, 'credential'],
    ['apps_get_exec', {}, 'shell'],
    ['droplets_get', {}, undefined],
  ])('is told by its arguments: %s %j keeps %s', async (name, given, keeps) => {
    expect(await kept(name, given)).toBe(keeps);
  });
});

describe('a restriction', () => {
  it('never opens what its owner keeps, and keeps what its owner keeps', () => {
    const selection = { ...everything, keepSecrets: true };
    expect(restrict(selection, {}).keepSecrets).toBe(true);
    expect(new Guard(restrict(selection, { readOnly: true }), known).keepsSecrets).toBe(false);
    expect(restrict(everything, {}).keepSecrets ?? false).toBe(false);
  });
});
