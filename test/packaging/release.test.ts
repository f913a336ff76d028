// The release: what the workflow may do and in which order, and what it refuses to release.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import manifest from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(new URL('../../.github/workflows/release.yml', import.meta.url), 'utf8');

const job = z.looseObject({
  needs: z.string().optional(),
  environment: z.string().optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  steps: z.array(z.looseObject({ uses: z.string().optional(), run: z.string().optional() })),
});
const { permissions, jobs } = z
  .looseObject({
    permissions: z.record(z.string(), z.string()),
    jobs: z.strictObject({ check: job, publish: job, registry: job }),
  })
  .parse(parse(text, { uniqueKeys: true }));

const runsOf = ({ steps }: z.infer<typeof job>): string[] => steps.flatMap(({ run }) => run ?? []);
const runs = runsOf(jobs.publish);
const at = (words: string): number => runs.findIndex((run) => run.includes(words));

describe('the workflow of a release', () => {
  it('checks everything before anything is published, and waits for a person', () => {
    expect(jobs.check.steps.map(({ run }) => run)).toContain('.ci/run');
    expect(jobs.publish.needs).toBe('check');
    expect(jobs.publish.environment).toBe('release');
  });

  it('holds no secret, and has rights to write only where it publishes', () => {
    expect(text).not.toMatch(/secrets\.|_TOKEN: (?!\$\{\{ github\.token \}\})/);
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs.check.permissions).toBeUndefined();
    expect(jobs.publish.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
    expect(jobs.registry.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });

  it('publishes with provenance, and tells the registry last, when all else is there', () => {
    expect(runs[at('npm publish')]).toContain('--provenance');
    expect(at('npm run --silent bundle')).toBeLessThan(at('npm publish'));
    expect(at('npm publish')).toBeLessThan(at('gh release create'));
    expect(jobs.registry.needs).toBe('publish');
    expect(runsOf(jobs.registry).at(-1)).toContain('mcp-publisher publish');
  });

  it('runs nothing that was fetched from elsewhere where npm would believe it', () => {
    for (const run of runs) expect(run).not.toMatch(/curl|wget/);
    expect(jobs.registry.environment).toBeUndefined();
  });

  it('puts nothing that a tag is named into a script', () => {
    for (const run of Object.values(jobs).flatMap(runsOf)) expect(run).not.toContain('${{');
  });
});

const mayRelease = (tag: string, repository: string): Promise<string> =>
  promisify(execFile)(process.execPath, ['.ci/may-release.mjs', tag, repository], {
    cwd: root,
  }).then(
    () => '',
    (error: unknown) => (error instanceof Error && 'stderr' in error ? String(error.stderr) : ''),
  );

describe('a release', () => {
  const [, here = ''] = /github\.com\/(.+)\.git$/.exec(manifest.repository.url) ?? [];

  it("is let through for the package's version in the package's repository", async () => {
    expect(await mayRelease(`v${manifest.version}`, here)).toBe('');
  });

  it('is refused for another version', async () => {
    expect(await mayRelease('v99.0.0', here)).toContain(`has to be v${manifest.version}`);
  });

  it('is refused in a repository that the package does not name, before npm would', async () => {
    const told = await mayRelease(`v${manifest.version}`, 'somebody/fork');
    expect(told).toContain('npm takes provenance only');
    expect(told).toContain('io.github.somebody/');
  });
});
