// Where tools are said to be is where the menu has them, whoever asks.
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import type { Grant } from '../../src/guard/grant.ts';
import { Guard } from '../../src/guard/guard.ts';
import type { Selection } from '../../src/guard/selection.ts';
import { createMenu } from '../../src/menu/create-menu.ts';
import { offeredFinders } from '../../src/menu/finders/finder-tools.ts';
import { whereaboutsOf } from '../../src/menu/whereabouts.ts';
import { ownTools } from '../../tools/own-tools.ts';
import { createToolBox } from '../../tools/tool-box.ts';

const everything: Selection = {
  areas: new Set(areaNames),
  areasNamed: false,
  named: new Set(),
  added: new Set(),
  leftOut: new Set(['regions_list']),
  readOnly: false,
  allowSecrets: false,
};

const selections: Readonly<Record<string, Selection>> = {
  everything,
  'read only': { ...everything, readOnly: true },
  'many named areas': { ...everything, areasNamed: true, named: new Set(areaNames) },
  'one area and a tool': {
    ...everything,
    areas: new Set(['tags']),
    areasNamed: true,
    named: new Set(['tags']),
    added: new Set(['cdn_list_endpoints']),
  },
};

const grants: readonly Grant[] = [
  { kind: 'known', scopes: new Set(['api:write']), source: 'declared', expiresAt: null },
  {
    kind: 'known',
    scopes: new Set(['droplet:read', 'tag:read', 'tag:delete']),
    source: 'declared',
    expiresAt: null,
  },
  { kind: 'unknown', reason: 'nobody tells' },
];

const finders = new Set([...offeredFinders.map(({ name }) => name), ...ownTools]);

describe.each(Object.entries(selections))('for %s', (_, selection) => {
  it.each(['both', 'tools', 'search'] as const)('in mode %s', async (mode) => {
    const box = createToolBox();
    for (const grant of grants) {
      const guard = new Guard(selection, grant);
      const listed = (await createMenu(box, mode).list(guard))
        .map(({ name }) => name)
        .filter((name) => !finders.has(name));
      const whereabouts = whereaboutsOf(box.outlines, guard, mode);
      const said = box.outlines.map((outline) => ({ outline, ...whereabouts(outline) }));
      expect(
        said.filter(({ state }) => state === 'listed').map(({ outline }) => outline.name),
      ).toEqual(listed);
      for (const { outline, state } of said)
        expect(state === 'hidden' || state === 'deprecated', outline.name).toBe(
          guard.refusalOf(outline) !== undefined,
        );
    }
  });
});
