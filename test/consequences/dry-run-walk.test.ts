// A dry run against doing it, over every change that the simulation carries out on a walk.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostLooks } from '../../src/consequences/look.ts';
import { valueAt } from '../../tools/places.ts';
import { tools } from '../agent.ts';
import { walkEverything } from '../simulation/walk/walk.ts';
import type { Send } from '../simulation/world.ts';
import { createRehearsal, type Rehearsed } from './rehearsal.ts';
import { spoiltBodies, spoiltPath } from './spoilt.ts';

/** How many dry runs promise, and how many foresee a refusal; only ever to be raised. */
const least = { would_go: 150, would_be_refused: 200 };

const givenUp = tools.flatMap(({ name, endpoint }) => (endpoint.deprecated ? [name] : []));

const rehearsal = createRehearsal([
  ...['--allow-secrets', '--areas', 'all', '--tools', givenUp.join(',')],
]);
/** What made twice would stand in the way of what the walk does next. */
const onlyOnce = /deployments|rollback|floating_ips|reserved_ips|^\/v2\/droplets(?:\/autoscale)?$/;

/** Every change is made with things that are not there, then as it is meant, then once more. */
const send: Send = async (method, path, body, token, headers) => {
  // Far apart, so that the minute's limit never strikes.
  rehearsal.world.pass(0.3);
  const isChange = method !== 'GET' && !path.startsWith('/_simulation/');
  if (!isChange) return rehearsal.rehearse(method, path, body, token, headers);
  for (const spoilt of spoiltBodies(body))
    await rehearsal.rehearse(method, path, spoilt, token, headers);
  const elsewhere = spoiltPath(path);
  if (elsewhere !== undefined) await rehearsal.rehearse(method, elsewhere, body, token, headers);
  const reply = await rehearsal.rehearse(method, path, body, token, headers);
  if (reply.status < 300 && !onlyOnce.test(path))
    await rehearsal.rehearse(method, path, body, token, headers);
  return reply;
};

beforeAll(() => walkEverything({ send, pass: rehearsal.world.pass }));
afterAll(() => rehearsal.close());

/** What cannot be said to a tool was not tried dry. */
const tried = (): readonly Rehearsed[] =>
  rehearsal.rehearsed.filter(({ told }) => told['dry_run'] === true);

const brief = ({ tool, given, told, status, reply }: Rehearsed): string =>
  JSON.stringify({ tool: tool.name, given, told: told['because'], status, reply }).slice(0, 600);

const withOutcome = (outcome: string): readonly Rehearsed[] =>
  tried().filter(({ told }) => told['outcome'] === outcome);

describe('over a walk through everything that is simulated, a dry run', () => {
  it('is made of nearly every change', () => {
    expect(rehearsal.rehearsed.length - tried().length).toBeLessThanOrEqual(8);
    expect(new Set(tried().map(({ tool }) => tool.name)).size).toBeGreaterThan(170);
  });

  it('shows the request that is sent', () => {
    for (const { tool, told, sent } of tried()) {
      const request = told['request'];
      expect(valueAt(request, 'method'), tool.name).toBe(sent.method);
      expect(decodeURIComponent(String(valueAt(request, 'path')))).toBe(
        decodeURIComponent(sent.path),
      );
      expect([valueAt(request, 'query') ?? []].flat(), tool.name).toEqual(sent.query);
    }
  });

  it('says would_be_refused of nothing that is done', () => {
    const refused = withOutcome('would_be_refused');
    expect(refused.filter(({ status }) => status < 300).map(brief)).toEqual([]);
    expect(refused.length).toBeGreaterThanOrEqual(least.would_be_refused);
  });

  it('says would_go of nothing that is refused', () => {
    const promised = withOutcome('would_go');
    expect(promised.filter(({ status }) => status >= 300).map(brief)).toEqual([]);
    expect(promised.length).toBeGreaterThanOrEqual(least.would_go);
  });

  it('says what is not known', () => {
    for (const one of withOutcome('not_known'))
      expect(one.told['because'], brief(one)).not.toHaveLength(0);
  });

  it('sends nothing but reads, and few', () => {
    // Asking what an app would cost is a read by another method.
    const others = tools.flatMap(({ endpoint: { effect, method, path } }) =>
      effect === 'read' && method !== 'GET'
        ? [new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)]
        : [],
    );
    const isRead = (sent: string): boolean =>
      sent.startsWith('GET ') || others.some((other) => other.test(sent));
    for (const one of tried()) {
      expect(
        one.looked.filter((sent) => !isRead(sent)),
        one.tool.name,
      ).toEqual([]);
      expect(one.looked.length, one.tool.name).toBeLessThanOrEqual(mostLooks);
      expect(one.told['requests_made'], one.tool.name).toBe(one.looked.length);
    }
  });
});
