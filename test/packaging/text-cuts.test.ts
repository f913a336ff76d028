// Text is cut to a length in one place, which never cuts inside a character: half an emoji breaks whoever reads it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../scripts/architecture/imports.ts';
import { shown } from '../../src/terminal/veil.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Cuts at a length: a number of more than one digit or a bound by its name, where no list's method follows. */
const cuts =
  /(?<cut>[\w$')\]]+(?:\(\))?\s*\.(?:slice|substring|substr)\((?<bounds>[^()]*)\))(?!\s*\.(?:map|flatMap|filter|join|some|every)\()/g;
const aLength = /^(?:0, ?|-)(?:\d[\d_]+$|.*\b(?:longest|looked))/;

/** What digests and times are written in. */
const plain = /hex'\)\.|toISOString\(\)\./;

const cutsIn = (code: string): readonly string[] =>
  [...code.matchAll(cuts)]
    .filter(({ groups }) => aLength.test(groups?.['bounds'] ?? ''))
    .map(([, cut = '']) => cut.replaceAll(/\s+/g, ''))
    .filter((cut) => !plain.test(cut));

/** What cuts otherwise, each with its reason. */
const others: Readonly<Record<string, string>> = {
  // Letters and digits alone.
  'src/account/credential.ts': 'hash.slice(0,16)',
  // Looked at, and never shown.
  'src/client/attempts/error-body.ts': 'body.slice(0,65_536)',
  'src/client/lists/list-body.ts': ').slice(0,longestIdentity)',
  'src/server/message-depth.ts': 'json.slice(0,2_048)',
  'tools/find/finder.ts': 'request.slice(0,longestRequest)',
  'tools/nearest-tool.ts': 'name.slice(0,64)',
  'tools/nearest.ts': 'name.slice(0,64)',
  'tools/secrets/names.ts': 'name.slice(-longestName)',
  'tools/secrets/settings.ts': 'value.slice(0,longest)',
};
/** The place that knows where characters begin. */
const knows = 'tools/cut-text.ts';

describe('a text', () => {
  it.each([
    ['text.slice(0, 200)', 1],
    ['error.message.substring(0, 80)', 1],
    ['text.slice(0, longestName)', 1],
    ['text.slice(-longestName)', 1],
    ['text.trim().slice(0, longest + 1)', 1],
    ['text.slice(-100)', 1],
    ['names.slice(0, 20).map((name) => name)', 0],
    ['path.slice(0, -1)', 0],
    ['path.slice(0, at)', 0],
    ['digest.slice(7, 13)', 0],
    ['sentences.slice(0, most)', 0],
  ])('is cut in %j: %i', (code, count) => {
    expect(cutsIn(code)).toHaveLength(count);
  });

  it('is cut to a length by what knows its characters, and nowhere else', () => {
    const found = readSources(root, ['scope-map', 'tools', 'src'])
      .filter(({ path }) => path !== knows)
      .flatMap(({ path }) =>
        cutsIn(readFileSync(join(root, path), 'utf8'))
          .filter((cut) => others[path] === undefined || !cut.endsWith(others[path]))
          .map((cut) => `${path} cuts ${cut}: use beginningOf, endOf or shortened of ${knows}`),
      );
    expect(found).toEqual([]);
  });

  it('that is repeated on a terminal is whole, however much of it was veiled', () => {
    const family = '👩‍👩‍👧‍👦';
    for (let before = 0; before < 24; before += 1) {
      const text = `dop_v1_${'0123456789abcdef'.repeat(254)} ${'x'.repeat(before)}${family.repeat(9)}`;
      expect(shown(text)).not.toMatch(/\p{Surrogate}/u);
    }
  });
});
