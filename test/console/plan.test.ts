// The planner at its door: the least boxes for a wish, and settings that serve just what was wished for.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientNames } from '../../src/clients/client.ts';
import type { PlanView } from '../../src/console/plan/plan-view.ts';
import { Guard } from '../../src/guard/guard.ts';
import { runProgram } from '../commands/run-program.ts';
import { box, serveSimulated } from '../http/serve-simulated.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { askConsole } from './console-client.ts';

const nothing = { look: [], change: [], tools: [], job: '', client: 'claude-code' };

const plan = async (wish: object): Promise<PlanView> => {
  const { port } = await serveSimulated();
  const { status, text } = await askConsole(port, 'plan', { body: { ...nothing, ...wish } });
  if (status !== 200) throw new Error(text);
  return JSON.parse(text);
};

describe('the planner', () => {
  it('tells the least scopes for tools, with what comes along and why', async () => {
    const { plan: found } = await plan({ tools: ['droplets_create', 'no_such_tool'] });
    expect(found.tools).toEqual(['droplets_create']);
    const boxes = found.groups.flatMap((group) => group.boxes);
    expect(boxes.find(({ scope }) => scope === 'droplet:create')?.for).toEqual(['droplets_create']);
    expect(boxes.find(({ scope }) => scope === 'sizes:read')?.comesWith).toContain(
      'droplet:create',
    );
    expect(found.optional.map(({ scope }) => scope)).toContain('tag:create');
  });

  it('understands a job in words, and says what it took it for', async () => {
    const view = await plan({ job: 'manage dns' });
    expect(view.asked[0]?.tools).toContain('domains_create_record');
    expect(view.plan.scopes).toEqual([
      'domain:create',
      'domain:delete',
      'domain:read',
      'domain:update',
    ]);
    expect(view.checklist).toContain('[ ] create');
  });

  it('gives who only looks nothing to write with', async () => {
    const view = await plan({ look: ['droplets', 'domains'] });
    expect(view.readOnly).toBe(true);
    expect(view.plan.scopes.every((scope) => scope.endsWith(':read'))).toBe(true);
    expect(view.client.text).toContain('--read-only');
  });

  it('writes a policy that lets exactly the tools of the plan through', async () => {
    const view = await plan({ tools: ['domains_list', 'droplets_create'] });
    const policy = join(temporaryFolder(), 'policy.json');
    writeFileSync(policy, view.policy.text);
    const { code, printed } = await runProgram([
      ...['tools', '--sandbox', '--policy', policy, '--mode', 'tools', '--json'],
    ]);
    expect(code).toBe(0);
    const names = [...new Set(printed.match(/"name":\s*"[a-z_]+"/g))].map((one) =>
      one.replace(/.*"([a-z_]+)"$/, '$1'),
    );
    expect(names.filter((name) => box.outlineOf(name)).toSorted()).toEqual([
      'domains_list',
      'droplets_create',
    ]);
  });

  it('tells a token of exactly these scopes everything that the plan is for, and nothing that destroys', async () => {
    const view = await plan({ job: 'restart web servers' });
    const scopes = new Set<string>(view.plan.scopes);
    const areas = new Set(box.outlines.map(({ area }) => area));
    const guard = new Guard(
      {
        areas,
        areasNamed: false,
        named: new Set(),
        added: new Set(),
        leftOut: new Set(),
        readOnly: false,
        allowSecrets: false,
      },
      { kind: 'known', scopes, source: 'declared', expiresAt: null },
    );
    for (const name of view.plan.tools) {
      const outline = box.outlineOf(name);
      expect(outline && guard.refusalOf(outline)).toBeUndefined();
    }
    const destroy = box.outlineOf('droplets_destroy');
    expect(destroy && guard.refusalOf(destroy)?.missing).toEqual(['droplet:delete']);
  });

  it.each(clientNames)('writes the configuration of %s without a token in it', async (client) => {
    const { client: file } = await plan({ change: ['domains'], client });
    expect(file.text).toContain('digitalocean-scoped-mcp');
    expect(file.text).toContain('domains');
    expect(file.text).not.toMatch(/dop_v1|Bearer [a-z0-9]{8}/);
    expect(file.steps.length).toBeGreaterThan(1);
  });

  it('refuses wishes that are none, in words', async () => {
    const { port } = await serveSimulated();
    for (const wish of [
      { look: ['nowhere'] },
      { client: 'emacs' },
      { tools: ['x'.repeat(65)] },
      { job: 'x'.repeat(401) },
      { further: true },
    ]) {
      const { status, text } = await askConsole(port, 'plan', { body: { ...nothing, ...wish } });
      expect(status).toBe(400);
      expect(JSON.parse(text).error.message).toMatch(/\.$/);
    }
  });
});
