// The page about the architecture shows the rooms that there are, and says of each what it is for.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../scripts/architecture/imports.ts';
import { chartOf, withChart } from '../../scripts/architecture/picture.ts';
import { arrowsBetween, essential, roomsInCircles } from '../../scripts/architecture/rooms.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
const sources = readSources(root, ['scope-map', 'tools', 'src']);
const folders = new Set(
  sources.flatMap(({ path }) => {
    const [top = '', folder = '', ...rest] = path.split('/');
    if (top === 'scope-map') return [top];
    return rest.length === 0 ? [] : [`${top}/${folder}`];
  }),
);

describe('the page about the architecture', () => {
  it('has the picture that the imports make (npm run architecture draws it)', () => {
    expect(page).toBe(withChart(page, chartOf(arrowsBetween(sources))));
  });

  it('says of every room what it is for, and names none that is not there', () => {
    const named = [...page.matchAll(/^\| `([a-z/-]+)` \|/gm)].map(([, name]) => name);
    // The page in the browser is a room too, and no arrow leads to it.
    expect(named.toSorted()).toEqual([...folders, 'console'].toSorted());
  });
});

describe('the arrows between rooms', () => {
  const file = (path: string, ...imports: string[]) => ({ path, imports });

  it('leave out what a longer way says already', () => {
    const arrows = arrowsBetween([
      file('src/a/one.ts', 'src/b/two.ts', 'src/c/three.ts'),
      file('src/b/two.ts', 'src/c/three.ts'),
    ]);
    expect([...(essential(arrows).get('src/a') ?? [])]).toEqual(['src/b']);
  });

  it('show a circle wherever there is one', () => {
    const arrows = arrowsBetween([
      file('src/a/one.ts', 'src/b/two.ts'),
      file('src/b/two.ts', 'src/c/three.ts'),
      file('src/c/three.ts', 'src/b/four.ts'),
    ]);
    expect(roomsInCircles(arrows)).toEqual(['src/b', 'src/c']);
  });
});
