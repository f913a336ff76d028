// Drives the catalogue command: the facts are fresh, and a document that moved is noticed.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadShapes } from '../../scope-map/shapes/shapes.ts';
import { runCatalogueCommand } from '../../scripts/catalogue/command.ts';
import { documentOf } from '../../scripts/catalogue/shapes/compose.ts';
import { readCorrections, readShelves } from '../../scripts/catalogue/shelves.ts';
import { catalogue } from './every-endpoint.ts';

const scopeMap = fileURLToPath(new URL('../../scope-map', import.meta.url));
const scopeListPath = join(scopeMap, 'scopes.json');
const shelves = await readShelves();
const corrections = await readCorrections();
const shapes = await loadShapes();

/** Follows keys into parsed JSON, so that a test can change what is there. */
const within = (content: unknown, ...keys: readonly string[]): Record<string, unknown> =>
  keys.reduce<Record<string, unknown>>(
    (here, key) => here[key] as Record<string, unknown>,
    content as Record<string, unknown>,
  );

describe('the catalogue command', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (args: readonly string[], folder = scopeMap) => {
    const lines: string[] = [];
    const code = await runCatalogueCommand(args, {
      shelves,
      corrections,
      folder,
      print: (line) => lines.push(line),
    });
    return { code, lines, text: lines.join('\n') };
  };

  const runOn = async (change: (content: unknown) => void) => {
    const content = structuredClone(documentOf(shapes));
    change(content);
    const path = join(folder, 'moved.json');
    await writeFile(path, JSON.stringify(content));
    return run(['--spec', path]);
  };

  it('says how it is used', async () => {
    const { code, text } = await run(['--help']);
    expect(code).toBe(2);
    expect(text).toContain('--spec <file or URL>');
  });

  it('finds the checked-in facts fresh by the checked-in shapes', async () => {
    const { code, text } = await run(['--scopes', scopeListPath]);
    expect(text).toBe(
      `${catalogue.length} catalogued endpoints agree with the document (0 news elsewhere).`,
    );
    expect(code).toBe(0);
  });

  it('writes the same bytes every time', async () => {
    const path = join(folder, 'document.json');
    await writeFile(path, JSON.stringify(documentOf(shapes)));
    const made = join(folder, 'scope-map');
    await run(['--spec', path, '--scopes', scopeListPath, '--write'], made);
    const jsonIn = async (root: string): Promise<readonly string[]> =>
      (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.json')).sort();
    expect(await jsonIn(made)).toEqual(await jsonIn(scopeMap));
    for (const name of await jsonIn(made)) {
      const kept = await readFile(join(scopeMap, name), 'utf8');
      // Examples are words: a document made of shapes has none to show the forms of UUIDs.
      const wanted = kept.replace(/ "uuids":\[.*\]/, ' "uuids":[]');
      expect(await readFile(join(made, name), 'utf8'), name).toBe(wanted);
    }
  });

  it('reports a reply that changed, with the operations that give it', async () => {
    const { code, text } = await runOn((content) => {
      within(content, 'components', 'schemas', 'droplet', 'properties', 'locked')['type'] =
        'string';
    });
    expect(code).toBe(1);
    expect(text).toMatch(/- \S.* droplet\.properties\.locked\.type: "boolean" → "string"/);
  });

  it('reports a scope that changed', async () => {
    const { code, text } = await runOn((content) => {
      within(content, 'paths', '/v2/account', 'get')['security'] = [
        { bearer_auth: ['account:inspect'] },
      ];
    });
    expect(code).toBe(1);
    expect(text).toContain(
      '### Scopes changed\n\n- account_get: [["account:read"]] → [["account:inspect"]]',
    );
    expect(text).toContain('### Scopes added\n\n- account:inspect: add it');
  });

  it('reports an input that changed, with its place', async () => {
    const { code, text } = await runOn((content) => {
      within(content, 'components', 'schemas', 'project_base', 'properties', 'name')['maxLength'] =
        200;
    });
    expect(code).toBe(1);
    expect(text).toContain(
      '### Inputs changed\n\n- projects_create body.properties.name.maxLength: 175 → 200',
    );
  });

  it('reports an endpoint of the catalogue that is gone', async () => {
    const { code, text } = await runOn((content) => {
      delete within(content, 'paths', '/v2/firewalls')['post'];
    });
    expect(code).toBe(1);
    expect(text).toContain('### Endpoints removed\n\n- firewalls_create');
  });

  it('tells news elsewhere without failing', async () => {
    const { code, text } = await runOn((content) => {
      within(content, 'paths')['/v2/hot_air_balloons'] = {
        get: {
          operationId: 'balloons_list',
          responses: { 200: {} },
          security: [{ bearer_auth: ['droplet:read'] }],
        },
      };
    });
    expect(code).toBe(0);
    expect(text).toContain(
      "## Changes in DigitalOcean's API\n\n### Endpoints added\n\n- balloons_list GET /v2/hot_air_balloons",
    );
  });

  it('fails on a correction that the document has caught up with', async () => {
    const { code, text } = await runOn((content) => {
      within(content, 'paths', '/v2/snapshots/{snapshot_id}', 'get')['security'] = [
        { bearer_auth: ['snapshot:read'] },
        { bearer_auth: ['block_storage_snapshot:read'] },
      ];
    });
    expect(code).toBe(1);
    expect(text).toContain(
      '### Corrections that are not needed any more\n\n- the correction of snapshots_get',
    );
    expect(text).toContain('so take it out');
  });

  it('fails on a wrong scope name that is gone from the document', async () => {
    const { code, text } = await runOn((content) => {
      const text = JSON.stringify(content).replaceAll('"nfs:list"', '"nfs:read"');
      Object.assign(within(content), JSON.parse(text));
    });
    expect(code).toBe(1);
    expect(text).toContain('the scope name nfs:list is nowhere in the document any more');
  });

  it('refuses what is no OpenAPI document', async () => {
    const path = join(folder, 'nothing.json');
    await writeFile(path, '{}');
    await expect(run(['--spec', path])).rejects.toThrow('it has no paths');
  });
});
