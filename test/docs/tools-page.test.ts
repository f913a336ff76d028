// The page about all tools says what the catalogue says.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../scope-map/catalogue.ts';
import { toolsPage } from '../../scripts/tools-page/page.ts';

it('docs/tools.md is what npm run tools-page writes', async () => {
  const page = readFileSync(new URL('../../docs/tools.md', import.meta.url), 'utf8');
  expect(page).toBe(toolsPage(await loadCatalogue()));
});
