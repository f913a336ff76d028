// The bundle for Claude Desktop, without the packer: what is laid out for it starts as Claude Desktop would start it.
// npm run bundle does the same with the official packer.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageManifest from '../../package.json' with { type: 'json' };
import type { Started } from '../../scripts/mcpb/packer.ts';
import { serveOnce } from '../../scripts/mcpb/serve-once.ts';
import { stageBundle } from '../../scripts/mcpb/stage.ts';
import { bundleManifest } from '../../scripts/packages/bundle-manifest.ts';
import { build } from '../../scripts/set-up/build.mjs';
import { isVariableOfOurs } from '../../src/configuration/environment.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'do-mcp-staged-'));
const folder = join(scratch, 'extension');
const state = join(scratch, 'state');

beforeAll(async () => {
  expect(await build(root)).toBe(0);
  stageBundle(root, folder);
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Answers = Readonly<Record<string, string | boolean>>;

/** Puts the folder and the answers in, over the defaults, as the format's document says: switches become words. */
const filled = (text: string, answers: Answers): string => {
  const defaults = Object.entries(bundleManifest.user_config).map(
    ([key, field]) => [key, field.default] as const,
  );
  const values = { ...Object.fromEntries(defaults), ...answers };
  return text.replace(/\$\{(\w+)(?:\.(\w+))?\}/g, (whole, name: string, key?: string) =>
    name === '__dirname' ? folder : name === 'user_config' && key ? `${values[key]}` : whole,
  );
};

const started = (answers: Answers): Started => {
  const { command, args, env } = bundleManifest.server.mcp_config;
  return {
    command,
    args: args.map((one) => filled(one, answers)),
    env: Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, filled(value, answers)]),
    ),
  };
};

describe('the manifest of the bundle', () => {
  it('is what npm run packages writes, with the version of package.json', () => {
    const written: unknown = JSON.parse(
      readFileSync(join(root, 'scripts', 'mcpb', 'manifest.json'), 'utf8'),
    );
    expect(written).toEqual(bundleManifest);
    expect(bundleManifest).toMatchObject({
      manifest_version: '0.3',
      version: packageManifest.version,
    });
  });

  it('keeps the token as a secret, and reads only unless it is told otherwise', () => {
    const { token, read_only: readOnly } = bundleManifest.user_config;
    expect(token).toMatchObject({ type: 'string', sensitive: true, required: false });
    expect(readOnly).toMatchObject({ type: 'boolean', default: true });
  });

  it('sets variables that the program reads, each by a field that has a default', () => {
    for (const [name, value] of Object.entries(bundleManifest.server.mcp_config.env)) {
      if (name !== 'DIGITALOCEAN_TOKEN') expect(isVariableOfOurs(name), name).toBe(true);
      expect(filled(value, {}), name).not.toContain('$');
    }
  });
});

describe('the bundle', () => {
  it('holds the program with its licences, and nothing that was made for one machine or for tests', () => {
    const files = readdirSync(join(folder, 'server'));
    expect(files).toEqual(
      expect.arrayContaining(['start.cjs', 'do-mcp.cjs', 'main.cjs', 'third-party-licences.txt']),
    );
    expect(files.filter((file) => /^testing|^types$|\.cache$|^\.built$/.test(file))).toEqual([]);
    expect(existsSync(join(folder, bundleManifest.server.entry_point))).toBe(true);
  });

  it('starts with the simulation, reading only', async () => {
    const listed = await serveOnce(started({ sandbox: true }), state);
    expect(listed).toContain('droplets_list');
    expect(listed).not.toContain('droplets_create');
  });

  it('serves the simulation although a token is filled in, and the areas that are named', async () => {
    const answers = { sandbox: true, token: 'dop_v1_0', read_only: false, areas: 'domains' };
    const listed = await serveOnce(started(answers), state);
    expect(listed).toContain('domains_create_record');
    expect(listed).not.toContain('droplets_list');
  });

  it('says what is missing when nothing is filled in', async () => {
    await expect(serveOnce(started({}), state)).rejects.toThrow(/There is no DigitalOcean token/);
  });

  it('starts where a host imports it instead of running it', async () => {
    const host = join(scratch, 'host.mjs');
    const { args, env } = started({ sandbox: true });
    writeFileSync(host, 'await import(process.env.ENTRY);');
    const entry = { ...env, ENTRY: pathToFileURL(args[0] ?? '').href };
    expect(await serveOnce({ command: 'node', args: [host], env: entry }, state)).toContain(
      'droplets_list',
    );
  });
});
