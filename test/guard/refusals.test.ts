// Each rule's refusal: whom it names, why, and what would help, in the order in which the rules are asked.
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import type { Grant } from '../../src/guard/grant.ts';
import { Guard } from '../../src/guard/guard.ts';
import { ApiCall } from '../../src/guard/permit.ts';
import { firstRefusal } from '../../src/guard/rules.ts';
import type { Selection } from '../../src/guard/selection.ts';
import { type Outline, outlineOf } from '../../tools/tool/outline.ts';
import { toolNamed } from '../agent.ts';

const everything: Selection = {
  areas: new Set(areaNames),
  areasNamed: false,
  named: new Set(),
  added: new Set(),
  leftOut: new Set(),
  readOnly: false,
  allowSecrets: false,
};
const full: Grant = {
  kind: 'known',
  scopes: new Set(['api:write']),
  source: 'digitalocean',
  expiresAt: null,
};
const few: Grant = { ...full, scopes: new Set(['account:read']) };
const unknown: Grant = { kind: 'unknown', reason: 'no answer' };

const reading = outlineOf(toolNamed('droplets_list'));
const destroying = outlineOf(toolNamed('droplets_destroy'));
const disclosing = outlineOf(toolNamed('kubernetes_get_kubeconfig'));
const old: Outline = { ...reading, deprecated: 'Use another.' };

describe('a tool is refused', () => {
  it.each<[string, Outline, Partial<Selection>, Grant, RegExp, RegExp]>([
    [
      'left_out',
      reading,
      { leftOut: new Set(['droplets_list']), added: new Set(['droplets_list']) },
      full,
      /^droplets_list is left out of this server$/,
      /--exclude-tools/,
    ],
    [
      'area',
      reading,
      { areas: new Set(['vpcs']) },
      full,
      /^the area droplets is not served$/,
      /^Add droplets to --areas, or droplets_list to --tools\.$/,
    ],
    [
      'deprecated',
      old,
      {},
      full,
      /^DigitalOcean has given up what droplets_list does$/,
      /^Use another\. Add droplets_list to --tools to serve it all the same\.$/,
    ],
    [
      'read_only',
      destroying,
      { readOnly: true },
      full,
      /^this server is read-only$/,
      /--read-only/,
    ],
    [
      'read_only',
      disclosing,
      { readOnly: true, allowSecrets: true },
      full,
      /read-only and a credential could be written with/,
      /^Start it without --read-only\.$/,
    ],
    ['secrets', disclosing, {}, full, /nothing but a credential/, /control panel.*--allow-secrets/],
    ['token', reading, {}, { kind: 'invalid', reason: 'revoked' }, /^revoked$/, /valid/],
    ['scopes', destroying, {}, unknown, /unknown \(no answer\), so only reading/, /--scopes/],
    ['scopes', disclosing, { allowSecrets: true }, unknown, /only reading/, /--scopes/],
    [
      'scopes',
      reading,
      {},
      few,
      /^the token lacks the scope droplet:read$/,
      /cannot be added later/,
    ],
  ])('by the rule %s', (rule, outline, own, grant, reason, remedy) => {
    const refusal = firstRefusal({ selection: { ...everything, ...own }, grant, outline });
    expect(refusal).toMatchObject({
      answer: 'refused',
      rule,
      reason: expect.stringMatching(reason),
      remedy: expect.stringMatching(remedy),
      missing: rule === 'scopes' && grant.kind === 'known' ? ['droplet:read'] : [],
    });
  });

  it('naming every scope that is missing', () => {
    const outline: Outline = { ...reading, requires: [['droplet:create', 'image:read']] };
    expect(firstRefusal({ selection: everything, grant: few, outline })).toMatchObject({
      reason: 'the token lacks the scopes droplet:create, image:read',
      missing: ['droplet:create', 'image:read'],
    });
  });

  it.each<[string, Outline, Partial<Selection>, Grant]>([
    ['that is served and granted', reading, {}, full],
    [
      'of another area that was added',
      reading,
      { areas: new Set(), added: new Set([reading.name]) },
      full,
    ],
    ['that was given up but named', old, { added: new Set([old.name]) }, full],
    ['that reads, while scopes are unknown', reading, {}, unknown],
    ['that reads, on a read-only server', reading, { readOnly: true }, full],
    ['that discloses, where it may', disclosing, { allowSecrets: true }, full],
  ])('never one %s', (_, outline, own, grant) => {
    expect(firstRefusal({ selection: { ...everything, ...own }, grant, outline })).toBeUndefined();
  });
});

describe('a permit', () => {
  const ask = (name: string, grant: Grant, method: 'GET' | 'DELETE') =>
    ApiCall.ask(new Guard(everything, grant), {
      tool: toolNamed(name),
      given: { droplet_id: 1 },
      request: { method, path: '/v2/droplets', query: [['page', '1']] },
    });

  it('turns the pages of a read, and of nothing else', async () => {
    const { permit } = await ask('droplets_list', full, 'GET');
    const next = permit?.withQuery([['page', '2']]);
    expect(next?.request).toEqual({ method: 'GET', path: '/v2/droplets', query: [['page', '2']] });
    expect(permit?.request.query).toEqual([['page', '1']]);
    const change = await ask('droplets_destroy', full, 'DELETE');
    expect(() => change.permit?.withQuery([])).toThrow(/only a read may turn its pages/);
  });

  it('does not come with a refusal', async () => {
    const { decision, permit } = await ask('droplets_destroy', few, 'DELETE');
    expect(decision.verdict.answer).toBe('refused');
    expect(permit).toBeUndefined();
  });
});
