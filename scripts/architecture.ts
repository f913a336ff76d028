// npm run architecture: draws the rooms anew from the imports into docs/architecture.md; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSources } from './architecture/imports.ts';
import { chartOf, withChart } from './architecture/picture.ts';
import { arrowsBetween, roomsInCircles } from './architecture/rooms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = fileURLToPath(new URL('../docs/architecture.md', import.meta.url));

const arrows = arrowsBetween(readSources(root, ['scope-map', 'tools', 'src']));
const circle = roomsInCircles(arrows);
if (circle.length > 0)
  console.error(`These rooms import each other in a circle: ${circle.join(', ')}.`);
const before = readFileSync(file, 'utf8');
const after = withChart(before, chartOf(arrows));
if (process.argv.includes('--check')) {
  if (before !== after)
    console.error('docs/architecture.md shows other rooms than there are: npm run architecture.');
  process.exitCode = before === after && circle.length === 0 ? 0 : 1;
} else {
  writeFileSync(file, after);
  process.exitCode = circle.length === 0 ? 0 : 1;
}
