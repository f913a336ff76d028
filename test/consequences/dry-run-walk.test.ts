// A dry run against doing it, over every change that the simulation carries out on a walk.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostLooks } from '../../src/consequences/look.ts';
import { valueAt } from '../../tools/places.ts';
import { tools } from '../agent.ts';
import { walkEverything } from '../simulation/walk/walk.ts';
import { createRehearsal, type Rehearsed } from './rehearsal.ts';

/** Dry runs of the walk that promise; only ever to be raised. */
const leastPromised = 40;

const givenUp = tools.flatMap(({ name, endpoint }) => (endpoint.deprecated ? [name] : []));

const rehearsal = createRehearsal([
  ...['--allow-secrets', '--areas', 'all', '--tools', givenUp.join(',')],
]);
beforeAll(() =>
  walkEverything({
    send: (method, path, body, token, headers) => {
      // Far apart, so that the minute's limit never strikes.
      rehearsal.world.pass(0.3);
      return rehearsal.rehearse(method, path, body, token, headers);
    },
    pass: rehearsal.world.pass,
  }),
);
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
    expect(rehearsal.rehearsed.length - tried().length).toBeLessThanOrEqual(2);
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
    expect(
      withOutcome('would_be_refused')
        .filter(({ status }) => status < 300)
        .map(brief),
    ).toEqual([]);
  });

  it('says would_go of nothing that is refused', () => {
    const promised = withOutcome('would_go');
    expect(promised.filter(({ status }) => status >= 300).map(brief)).toEqual([]);
    expect(promised.length).toBeGreaterThanOrEqual(leastPromised);
  });

  it('says what is not known', () => {
    for (const one of withOutcome('not_known'))
      expect(one.told['because'], brief(one)).not.toHaveLength(0);
  });

  it('sends nothing but reads, and few', () => {
    // Asking what an app would cost is a read by another method.
    const reads = tools.filter(({ endpoint }) => endpoint.effect === 'read');
    const isRead = (sent: string): boolean =>
      sent.startsWith('GET ') ||
      reads.some(({ endpoint }) => sent === `${endpoint.method} ${endpoint.path}`);
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
