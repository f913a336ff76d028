// A dry run against doing it, for every tool that changes something, whether the simulation knows what it names or not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import { buildRequest } from '../../tools/request/build-request.ts';
import { tools } from '../agent.ts';
import { createRehearsal, type Rehearsed } from './rehearsal.ts';

const changing = tools.filter(({ inputSchema }) => 'dry_run' in inputSchema.properties);
const givenUp = tools.flatMap(({ name, endpoint }) => (endpoint.deprecated ? [name] : []));

const rehearsal = createRehearsal([
  ...['--allow-secrets', '--areas', 'all', '--tools', givenUp.join(',')],
]);

beforeAll(async () => {
  for (const tool of changing) {
    const { method, path, query, body, headers } = buildRequest(tool, exampleArguments(tool).full);
    const asked = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    rehearsal.world.pass(1);
    await rehearsal.rehearse(method, asked ? `${path}?${asked}` : path, body, 'sandbox', headers);
  }
});
afterAll(() => rehearsal.close());

/** What the simulation does not do, it cannot refuse either. */
const simulated = (outcome: string): readonly Rehearsed[] =>
  rehearsal.rehearsed.filter(({ told, status }) => told['outcome'] === outcome && status !== 501);

const brief = ({ tool, given, told, status, reply }: Rehearsed) =>
  JSON.stringify({ tool: tool.name, given, told: told['because'], status, reply });

describe('with arguments made up, a dry run', () => {
  it('is made of every change', () => {
    for (const { tool, told } of rehearsal.rehearsed) expect(told['dry_run'], tool.name).toBe(true);
    expect(new Set(rehearsal.rehearsed.map(({ tool }) => tool.name)).size).toBe(changing.length);
  });

  it('says would_be_refused of nothing that is done', () => {
    const refused = simulated('would_be_refused');
    expect(refused.filter(({ status }) => status < 300).map(brief)).toEqual([]);
    expect(refused.length).toBeGreaterThan(150);
  });

  it('says would_go of nothing that is refused', () => {
    const promised = simulated('would_go');
    expect(promised.filter(({ status }) => status >= 300).map(brief)).toEqual([]);
    expect(promised.length).toBeGreaterThan(0);
  });
});
