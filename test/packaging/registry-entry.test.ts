// server.json: in the registry's form of 2025-12-11, of the same version as the package, and made from package.json.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { registryEntry } from '../../scripts/packages/registry-entry.ts';
import { isVariableOfOurs } from '../../src/configuration/environment.ts';
import { tokenVariables } from '../../src/configuration/options/options.ts';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));

// The form as the registry documents it (modelcontextprotocol/registry, docs/reference/server-json). Strict, where the
// document lets unknown fields pass: a misspelt one would say nothing.
const input = z.strictObject({
  name: z.string().optional(),
  description: z.string().optional(),
  format: z.enum(['string', 'number', 'boolean', 'filepath']).optional(),
  isRequired: z.boolean().optional(),
  isSecret: z.boolean().optional(),
  default: z.string().optional(),
  placeholder: z.string().optional(),
  value: z.string().optional(),
  choices: z.array(z.string()).optional(),
});
const exactVersion = z
  .string()
  .min(1)
  .max(255)
  .regex(/^\d+\.\d+\.\d+(-[\w.-]+)?$/);
const hash = z.string().regex(/^[a-f0-9]{64}$/);
const packaged = z.discriminatedUnion('registryType', [
  z.strictObject({
    registryType: z.literal('npm'),
    identifier: z.string(),
    version: exactVersion,
    runtimeHint: z.literal('npx'),
    transport: z.strictObject({ type: z.literal('stdio') }),
    environmentVariables: z.array(input.required({ name: true })),
  }),
  // A bundle has no version beside its address, a hash that has to be there, and "mcp" in its address.
  z.strictObject({
    registryType: z.literal('mcpb'),
    identifier: z.url({ protocol: /^https$/ }).regex(/mcp/),
    fileSha256: hash,
    transport: z.strictObject({ type: z.literal('stdio') }),
  }),
]);
const form = z.strictObject({
  $schema: z.literal(
    'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  ),
  name: z
    .string()
    .min(3)
    .max(200)
    .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  title: z.string().min(1).max(100),
  description: z.string().min(1).max(100),
  version: exactVersion,
  repository: z.strictObject({ url: z.url(), source: z.literal('github') }),
  packages: z.array(packaged).min(1),
});

const entry = form.parse(read('server.json'));
const [npm] = entry.packages;

describe('server.json', () => {
  it('is what npm run packages writes', () => {
    expect(read('server.json')).toEqual(registryEntry());
  });

  it('has the name, versions and sentence of package.json', () => {
    expect(entry.name).toBe(manifest.mcpName);
    expect(entry.version).toBe(manifest.version);
    expect(entry.description).toBe(manifest.description);
    expect(npm).toMatchObject({ identifier: manifest.name, version: manifest.version });
  });

  it('is named after the account of the repository, which alone may publish it', () => {
    const [, owner] = /github\.com\/([^/]+)\//.exec(manifest.repository.url) ?? [];
    expect(entry.name).toBe(`io.github.${owner}/${manifest.name}`);
    expect(entry.repository.url).toBe(manifest.repository.url.replace(/^git\+|\.git$/g, ''));
  });

  it('asks for variables that the program reads, the token as a secret and reading only at first', () => {
    const variables = npm?.registryType === 'npm' ? npm.environmentVariables : [];
    for (const { name } of variables)
      expect(isVariableOfOurs(name) || tokenVariables.some((one) => one === name), name).toBe(true);
    expect(variables.filter(({ isSecret }) => isSecret).map(({ name }) => name)).toEqual([
      'DIGITALOCEAN_TOKEN',
    ]);
    expect(variables.find(({ name }) => name === 'DO_MCP_READ_ONLY')?.default).toBe('true');
  });

  it('offers the bundle, too, once a release knows its hash', () => {
    const released = form.parse(registryEntry('0f'.repeat(32)));
    expect(released.packages).toHaveLength(2);
    expect(released.packages[1]).toMatchObject({
      identifier: expect.stringContaining(`/v${manifest.version}/`),
    });
    expect(() => form.parse(registryEntry('unknown'))).toThrow();
  });
});
