// What a call does: the worst of its endpoint and of every condition that its arguments meet, and what may not be used.
import { describe, expect, it } from 'vitest';
import type { Condition, Endpoint } from '../../scope-map/endpoint.ts';
import { consequenceOf } from '../../src/guard/effect.ts';
import type { Grant } from '../../src/guard/grant.ts';
import { isBarred } from '../../src/guard/rules.ts';
import type { Selection } from '../../src/guard/selection.ts';
import { targetsOf } from '../../src/guard/targets.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import { toolNamed } from '../agent.ts';

const update = toolNamed('ssh_keys_update');

/** A tool that writes, with these conditions and other facts. */
const withConditions = (conditions: readonly Condition[], own: Partial<Endpoint> = {}): Tool => ({
  ...update,
  endpoint: { ...update.endpoint, conditions, ...own },
});

const size = { argument: 'size' };
const { name } = update;

describe('the consequence of a call', () => {
  it.each<[string, Tool, readonly string[]]>([
    ['its own effect and cost', withConditions([]), ['write', 'none']],
    [
      'the cost of a condition',
      withConditions([{ when: size, cost: 'raises' }]),
      ['write', 'raises'],
    ],
    [
      'the dearest of several, whichever comes first',
      withConditions([
        { when: size, cost: 'starts' },
        { when: size, cost: 'stops' },
      ]),
      ['write', 'starts'],
    ],
    [
      'the dearest of several, whichever comes last',
      withConditions([
        { when: size, cost: 'stops' },
        { when: size, cost: 'raises' },
      ]),
      ['write', 'raises'],
    ],
    [
      'its own cost, where a condition is cheaper',
      withConditions([{ when: size, cost: 'stops' }], { cost: 'starts' }),
      ['write', 'starts'],
    ],
    [
      'its own effect, where a condition is milder',
      withConditions([{ when: size, effect: 'read' }]),
      ['write', 'none'],
    ],
    [
      'the effect of a condition that is worse',
      withConditions([{ when: size, effect: 'write' }], { effect: 'read' }),
      ['write', 'none'],
    ],
    [
      'the worst of several',
      withConditions([
        { when: size, effect: 'destroy' },
        { when: size, effect: 'write' },
      ]),
      ['destroy', 'none'],
    ],
    [
      'nothing of a condition that is not met',
      withConditions([{ when: { argument: 'other' }, effect: 'destroy', cost: 'starts' }]),
      ['write', 'none'],
    ],
  ])('is %s', (_, tool, expected) => {
    const { effect, cost } = consequenceOf(tool, { size: 'large' });
    expect([effect, cost]).toEqual(expected);
  });

  it.each<[string, Tool, readonly string[]]>([
    ['nothing', withConditions([{ when: size, effect: 'write' }]), []],
    [
      'the endpoint’s own destroying once, whatever the conditions',
      withConditions([{ when: size, effect: 'destroy', loses: 'loses more' }], {
        effect: 'destroy',
      }),
      [`${name} destroys something for good`],
    ],
    [
      'what a condition loses',
      withConditions([{ when: size, effect: 'destroy', loses: 'loses the old size' }]),
      [`${name} loses the old size`],
    ],
    [
      'the argument',
      withConditions([{ when: size, effect: 'destroy' }]),
      [`${name} with size destroys something for good`],
    ],
    [
      'the values',
      withConditions([{ when: { argument: 'size', is: ['small', 'large'] }, effect: 'destroy' }]),
      [`${name} with size small or large destroys something for good`],
    ],
    [
      'what was left out',
      withConditions([{ when: { argument: 'tags', absent: true }, effect: 'destroy' }]),
      [`${name} without tags takes away what is there`],
    ],
  ])('says why by %s', (_, tool, why) => {
    expect(consequenceOf(tool, { size: 'large' }).why).toEqual(why);
  });
});

describe('a condition', () => {
  const grant: Grant = {
    kind: 'known',
    scopes: new Set(['vpc:read', 'vpc:update']),
    source: 'digitalocean',
    expiresAt: null,
  };
  const unknown: Grant = { kind: 'unknown', reason: 'nobody told' };
  const required = { argument: update.inputSchema.required?.[0] ?? 'ssh_key_identifier' };
  const everything: Selection = {
    areas: new Set(),
    areasNamed: false,
    named: new Set(),
    added: new Set(),
    leftOut: new Set(),
    readOnly: false,
    allowSecrets: false,
  };

  it.each<[string, Condition, Grant, boolean, boolean]>([
    ['that changes nothing', { when: size }, grant, false, false],
    ['that writes', { when: size, effect: 'write' }, grant, false, false],
    ['that writes, on a read-only server', { when: size, effect: 'write' }, grant, true, true],
    ['that reads, on a read-only server', { when: size, effect: 'read' }, grant, true, false],
    ['without an effect, on a read-only server', { when: size }, grant, true, false],
    [
      'that destroys, while scopes are unknown',
      { when: size, effect: 'destroy' },
      unknown,
      false,
      true,
    ],
    ['that reads, while scopes are unknown', { when: size, effect: 'read' }, unknown, false, false],
    ['whose scopes are held', { when: size, needs: ['vpc:read'] }, grant, false, false],
    ['whose scopes are lacking', { when: size, needs: ['droplet:read'] }, grant, false, true],
    ['that cannot be avoided', { when: required, effect: 'write' }, grant, true, false],
    [
      'on one value of what is required',
      { when: { ...required, is: ['x'] }, effect: 'write' },
      grant,
      true,
      true,
    ],
    [
      'on the absence of what is required',
      { when: { ...required, absent: true }, effect: 'write' },
      grant,
      true,
      true,
    ],
  ])('%s: whether it bars', (_, condition, held, readOnly, barred) => {
    const selection = { ...everything, readOnly };
    expect(isBarred({ selection, grant: held }, withConditions([condition]), condition)).toBe(
      barred,
    );
  });
});

describe('the targets of a call', () => {
  it.each<[string, Arguments, readonly unknown[]]>([
    ['a number', { droplet_id: 5 }, [5]],
    ['a text', { droplet_id: '5' }, ['5']],
    ['nothing that could be a name', { droplet_id: '' }, []],
    ['no name at all', { droplet_id: true }, []],
  ])('are named by %s', (_, given, values) => {
    const targets = targetsOf(toolNamed('droplets_get'), given);
    expect(targets.map(({ value }) => value)).toEqual(values);
  });
});
