// The index of operations: fresh, one line a tool, and enough to find a tool without loading its area.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import { loadArea, loadCatalogue } from '../../scope-map/catalogue.ts';
import { isOperationId } from '../../scope-map/operation-id.ts';
import { operationIndex } from '../../scope-map/operation-index.ts';
import { indexOf, indexText } from '../../scripts/catalogue/index-lines.ts';
import { readShelves } from '../../scripts/catalogue/shelves.ts';
import { toolName } from '../../tools/tool/name.ts';

const text = readFileSync(new URL('../../scope-map/index.json', import.meta.url), 'utf8');

describe('the index of operations', () => {
  it('is what entries and facts make of it (npm run catalogue -- --write writes it)', async () => {
    expect(text).toBe(indexText(indexOf(await readShelves())));
  });

  it('holds one line a tool', () => {
    expect(text.trim().split('\n')).toHaveLength(Object.keys(operationIndex).length + 2);
  });

  it('tells of every endpoint what a reviewer asks first', async () => {
    for (const endpoint of await loadCatalogue())
      expect(operationIndex[endpoint.id]).toMatchObject({
        name: toolName(endpoint),
        area: endpoint.area,
        method: endpoint.method,
        path: endpoint.path,
        scopes: endpoint.requires.map((all) => all.join(' + ')).join(' | '),
        effect: endpoint.effect,
      });
  });

  it('knows its ids, and nothing that only looks like one', () => {
    expect(isOperationId('droplets_list')).toBe(true);
    expect(isOperationId('toString')).toBe(false);
  });
});

describe('an area', () => {
  it.each(areaNames)('%s is loaded by itself', async (area) => {
    const endpoints = await loadArea(area);
    expect(endpoints.length).toBeGreaterThan(0);
    expect(new Set(endpoints.map((endpoint) => endpoint.area))).toEqual(new Set([area]));
  });
});
