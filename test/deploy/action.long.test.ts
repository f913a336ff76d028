// The GitHub Action: its steps are run with bash as the runner runs them, and what they start answers.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { build } from '../../scripts/set-up/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'do-mcp-action-'));

// A form of the runner's own: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax
const action = z
  .strictObject({
    name: z.string(),
    description: z.string(),
    branding: z.strictObject({ icon: z.string(), color: z.string() }),
    inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() })),
    outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
    runs: z.strictObject({
      using: z.literal('composite'),
      steps: z.array(
        z.strictObject({
          id: z.string(),
          shell: z.literal('bash'),
          env: z.record(z.string(), z.string()),
          run: z.string(),
        }),
      ),
    }),
  })
  .parse(parse(readFileSync(join(root, 'action.yml'), 'utf8'), { uniqueKeys: true }));

type Values = Readonly<Record<string, string>>;

/** What the runner puts in the place of an expression; only the two kinds that the action uses. */
const evaluated = (text: string, inputs: Values, outputs: Readonly<Record<string, Values>>) =>
  text.replace(
    /\$\{\{ (?:inputs\.([\w-]+)|steps\.([\w-]+)\.outputs\.([\w-]+)) \}\}/g,
    (_whole, input: string, step: string, output: string) =>
      (input ? inputs[input] : outputs[step]?.[output]) ?? '',
  );

const started: string[] = [];

/** Runs the action's steps in order, and gives back its outputs. */
const runAction = (given: Values): Values => {
  const defaults = Object.entries(action.inputs).map(([name, one]) => [name, one.default] as const);
  const inputs = { ...Object.fromEntries(defaults), ...given };
  const outputs: Record<string, Values> = {};
  for (const { id, env, run } of action.runs.steps) {
    const script = join(scratch, `${id}.sh`);
    const written = join(scratch, `${id}.out`);
    writeFileSync(script, run);
    writeFileSync(written, '');
    const own = Object.entries(env).map(
      ([name, value]) => [name, evaluated(value, inputs, outputs)] as const,
    );
    execFileSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
      cwd: scratch,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: scratch,
        RUNNER_TEMP: scratch,
        GITHUB_OUTPUT: written,
        npm_config_offline: 'true',
        ...Object.fromEntries(own),
      },
    });
    const lines = readFileSync(written, 'utf8').trim().split('\n');
    outputs[id] = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2)));
    const pid = outputs[id]?.['pid'];
    if (pid !== undefined) started.push(pid);
  }
  return Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [
      name,
      evaluated(value, inputs, outputs),
    ]),
  );
};

let packed = '';

beforeAll(async () => {
  expect(await build(root)).toBe(0);
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch];
  const told: readonly { filename: string }[] = JSON.parse(
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  packed = join(scratch, told[0]?.filename ?? 'nothing');
}, 120_000);

afterAll(() => {
  for (const pid of started) process.kill(Number(pid));
  rmSync(scratch, { recursive: true, force: true });
});

describe('the GitHub Action', () => {
  it('installs the version that it belongs to', () => {
    expect(action.inputs['package']?.default).toBe(`${manifest.name}@${manifest.version}`);
  });

  it('puts nothing that a workflow gives it into a script, where it would be run', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
  });

  it('starts a simulation that answers to its token', async () => {
    const { url = '', token = '', log = '' } = runAction({ package: packed });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const reply = await fetch(`${url}/v2/droplets`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(reply.status).toBe(200);
    expect(readFileSync(log, 'utf8')).toContain('nothing here is real or billed');
  }, 60_000);

  it('gives a token with just the scopes that are named, and the account of a file', async () => {
    const seed = join(scratch, 'account.json');
    writeFileSync(seed, JSON.stringify({ domains: [{ name: 'only.example' }] }));
    const { url, token } = runAction({
      package: packed,
      scopes: 'domain:read',
      'seed-data': seed,
    });
    const get = (path: string) =>
      fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect((await get('/v2/droplets')).status).toBe(403);
    expect(JSON.stringify(await (await get('/v2/domains')).json())).toContain('only.example');
  }, 60_000);

  it('fails, with the reason, where the simulation cannot start', () => {
    expect(() => runAction({ package: packed, speed: 'ludicrous' })).toThrow();
    expect(started).toHaveLength(2);
  }, 60_000);
});
