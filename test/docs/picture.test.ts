// The picture in the README shows what the demo tells, but for the days and ages in it.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { partOf } from '../../scripts/picture/part-of.ts';
import { terminalSvg } from '../../scripts/picture/terminal-svg.ts';
import { runProgram } from '../commands/run-program.ts';

/** Words in their order, without what changes from day to day. */
const words = (text: string): string =>
  text
    .replaceAll(/\d{4}-\d\d-\d\d/g, 'DAY')
    .replaceAll(/\d+ (?:day|month|year)s? old/g, 'AGE')
    .replaceAll(/\s+/g, ' ')
    .trim();

const textOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)]
    .map(([, line = '']) => line.replaceAll(/<[^>]+>/g, ''))
    .join('\n');

it('docs/demo.svg is what npm run picture draws', async () => {
  const { printed } = await runProgram(['demo', '--plain']);
  const lines = partOf(printed, 'A call that destroys, and waits for you');
  const kept = readFileSync(new URL('../../docs/demo.svg', import.meta.url), 'utf8');
  expect(words(textOf(kept))).toBe(words(textOf(terminalSvg(lines, 'demo'))));
});
