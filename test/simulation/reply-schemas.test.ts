// Every reply of every simulated operation, judged by DigitalOcean's own description.
import { describe, expect, it } from 'vitest';
import { core } from '../../scope-map/core.ts';
import { areaRoutes } from '../../src/simulation/areas/areas.ts';
import { catalogue } from '../scope-map/every-endpoint.ts';
import { loadOpenApi } from './open-api.ts';
import { walkEverything } from './walk/walk.ts';
import { createWorld, type Send } from './world.ts';

/** Operations that the simulation answers; only ever to be raised. */
const leastAnswered = 433;

const shape = (path: string): string => path.replaceAll(/\{[^}]+\}/g, '{}');

/** Walks and notes which routes were answered well. */
const walk = async (
  judge: (method: string, path: string, reply: Awaited<ReturnType<Send>>) => void,
) => {
  const world = createWorld();
  const send: Send = async (method, path, body, token, headers) => {
    // Far apart, so that the minute's limit never strikes.
    world.pass(0.3);
    const reply = await world.send(method, path, body, token, headers);
    judge(method, path.split('?')[0] ?? path, reply);
    return reply;
  };
  await walkEverything({ send, pass: world.pass });
};

describe('replies', () => {
  it('are given by every simulated operation', async () => {
    const patterns = areaRoutes.map((route) => ({
      name: `${route.method} ${route.path}`,
      method: route.method,
      literal: route.path.split('{').length,
      pattern: new RegExp(`^${route.path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    }));
    const seen = new Set<string>();
    await walk((method, path) => {
      const [best] = patterns
        .filter((it) => it.method === method && it.pattern.test(path))
        .sort((one, other) => one.literal - other.literal);
      if (best) seen.add(best.name);
    });
    expect(patterns.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  });

  it('come for every operation of the core, and for every other that an area or a behaviour answers', () => {
    const own = new Set(areaRoutes.map(({ method, path }) => `${method} ${shape(path)}`));
    const answered = catalogue.filter(
      ({ method, path, simulate }) => own.has(`${method} ${shape(path)}`) || simulate,
    );
    const ids = new Set<string>(answered.map(({ id }) => id));
    expect([...core].filter((id) => !ids.has(id))).toEqual([]);
    // What has no honest answer stays out; what has one must not get lost.
    expect(answered.length).toBeGreaterThanOrEqual(leastAnswered);
  });

  it('are given for the same scopes that the scope map asks for', () => {
    const told = (alternatives: readonly (readonly string[])[]): string =>
      alternatives
        .map((scopes) => [...scopes].sort().join(' + '))
        .sort()
        .join(' or ');
    const simulated = new Map(
      areaRoutes.map(({ method, path, requires }) => [`${method} ${shape(path)}`, told(requires)]),
    );
    const asked = catalogue
      .map(({ method, path, requires }) => [`${method} ${shape(path)}`, told(requires)] as const)
      .filter(([name]) => simulated.has(name));
    expect(asked.map(([name]) => [name, simulated.get(name)])).toEqual(asked);
    expect(asked.length).toBeGreaterThan(200);
  });

  it("fit the response schemas of DigitalOcean's description", async () => {
    const description = await loadOpenApi();
    const wrong = new Set<string>();
    let judged = 0;
    await walk((method, path, { status, body }) => {
      // What the walk knows to be refused has the same form everywhere; faults are no part of the API.
      if (status >= 400 || path.startsWith('/_simulation/')) return;
      judged += 1;
      for (const problem of description.check(method, path, status, body)) wrong.add(problem);
    });
    expect([...wrong]).toEqual([]);
    expect(judged).toBeGreaterThan(areaRoutes.length);
  });

  it('would be found out when they did not fit', async () => {
    const description = await loadOpenApi();
    expect(description.check('GET', '/v2/account', 200, { account: { email: 1 } })).not.toEqual([]);
    expect(description.check('GET', '/v2/account', 204, undefined)).not.toEqual([]);
  });
});
