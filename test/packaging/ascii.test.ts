// The packs of the built program are read byte by byte: what is not ASCII in them would be other characters.
import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { inAscii } from '../../scripts/build/ascii.ts';

const folder = new URL('../../dist/', import.meta.url);

describe('code in ASCII', () => {
  it.each([
    '/[“”]/g.test("a “quoted” word")',
    '"“”…\u{1f600}".replace(/[“”…]$|^“/gu, "x")',
    '/^\u{1f600}$/u.test("\u{1f600}")',
    '`…’`.length',
  ])('means what it meant: %s', (code) => {
    const ascii = inAscii(code);
    expect(ascii).toMatch(/^[\u0020-\u007e]+$/);
    expect(runInNewContext(Buffer.from(ascii).toString('latin1'))).toEqual(runInNewContext(code));
  });

  it('is not made where a backslash would take an escape apart', () => {
    expect(() => inAscii('/\\“/')).toThrow(/backslash/);
  });

  it('is what the built program consists of', () => {
    const packs = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
    expect(packs).toContain('main.cjs');
    const others = packs.filter((name) =>
      readFileSync(new URL(name, folder)).some((byte) => byte > 0x7f),
    );
    expect(others).toEqual([]);
  });
});
