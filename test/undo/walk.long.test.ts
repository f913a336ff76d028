// Over a walk through everything that is simulated: each change that can be put back is made, put back and compared.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkEverything } from '../simulation/walk/walk.ts';
import { createUndoneWalk, type PutBack } from './undone-walk.ts';

/** How many kinds are put back; only ever to be raised. */
const least = 75;

/** What the simulation, or the walk, cannot be put back with, each with its reason. */
const excepted: Readonly<Record<string, string>> = {
  kubernetes_delete_nodePool: 'the walk leaves a pool without nodes, which cannot be made anew',
  databases_update_user: 'the user of the walk has no settings, and none cannot be sent',
};

/** What does not stand as before although its calls are done, each with its reason. */
const otherwise: Readonly<Record<string, string>> = {
  genai_update_agent_deployment_visibility: 'the agent of the walk had no visibility yet',
  genai_update_model_router: 'the simulation takes an empty description for none',
  projects_patch: 'the simulation takes an empty description for none',
  projects_update: 'a project of the walk had no environment, and none cannot be sent',
};

const walk = createUndoneWalk();
let rest: unknown;
beforeAll(async () => {
  // What is made anew has another id: the walk may stumble over it when it clears up at its very end.
  rest = await walkEverything({ send: walk.send, pass: walk.world.pass }).catch(String);
});
afterAll(() => walk.close());

const brief = ({ operation, kept, failure }: PutBack): string =>
  JSON.stringify({ operation, calls: kept.calls, failure }).slice(0, 1_500);

describe('over a walk through everything that is simulated', () => {
  it('nearly every kind of change is reached', () => {
    expect(rest === undefined || /^Error: DELETE \/v2\/vpcs\//.test(String(rest))).toBe(true);
    expect(new Set(walk.done.map(({ operation }) => operation)).size).toBeGreaterThanOrEqual(least);
  });

  it('every inverse call is taken', () => {
    const failed = walk.done.filter(({ ok, operation }) => !ok && !(operation in excepted));
    expect(failed.map(brief)).toEqual([]);
  });

  it('nothing is excepted that could be put back', () => {
    const failed = new Set(walk.done.flatMap(({ ok, operation }) => (ok ? [] : [operation])));
    expect(Object.keys(excepted).filter((operation) => !failed.has(operation))).toEqual([]);
  });

  it('what is put back stands at every watched place as before', () => {
    const told = walk.done.filter(
      ({ ok, kept, operation }) => ok && kept.differs === null && !(operation in otherwise),
    );
    const different = told.filter(({ different: places }) => places.length > 0);
    expect(different.map((one) => `${brief(one)} ${String(one.different)}`)).toEqual([]);
  });
});
