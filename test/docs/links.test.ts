// Whatever a page links to within the project is there, down to the heading.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorsOf, linksOf, pages } from './pages.ts';

const root = new URL('../../', import.meta.url);

describe.each(pages)('$path', (page) => {
  it('links to files and headings that are there', () => {
    const wrong = linksOf(page).filter(({ file, anchor }) => {
      const target = new URL(file, root);
      if (!existsSync(target)) return true;
      if (anchor === '' || statSync(target).isDirectory()) return false;
      return !anchorsOf(readFileSync(target, 'utf8')).has(anchor);
    });
    expect(wrong).toEqual([]);
  });
});
