// The catalogue carries every operation of DigitalOcean's control plane: by method and path, scopes and arguments.
import { describe, expect, it } from 'vitest';
import documented from '../../scope-map/document.json' with { type: 'json' };
import { outOfScope } from '../../scope-map/out-of-scope.ts';
import { catalogue } from './every-endpoint.ts';

const rows = Object.entries(documented as Readonly<Record<string, string>>);
const controlled = rows.filter(([id]) => !Object.hasOwn(outOfScope, id));
const carried = new Map<string, (typeof catalogue)[number]>(
  catalogue.map((entry) => [entry.id, entry]),
);

describe('the whole API', () => {
  it('is carried but for what is answered elsewhere', () => {
    const missing = controlled.flatMap(([id]) => (carried.has(id) ? [] : [id]));
    console.log(`${controlled.length - missing.length} of ${controlled.length} operations`);
    expect(missing).toEqual([]);
    expect(controlled).toHaveLength(644);
  });

  it('is carried by method and path, and nothing besides', () => {
    expect(catalogue.map(({ id, method, path }) => [id, `${method} ${path}`]).toSorted()).toEqual(
      controlled.toSorted(),
    );
  });

  it('leaves out only what is documented, each with a reason', () => {
    const known = new Set(rows.map(([id]) => id));
    expect(Object.keys(outOfScope).filter((id) => !known.has(id))).toEqual([]);
    for (const why of Object.values(outOfScope)) expect(why.split(' ').length).toBeGreaterThan(8);
  });
});
