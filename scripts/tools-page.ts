// npm run tools-page: writes docs/tools.md from the catalogue.
import { writeFileSync } from 'node:fs';
import { loadCatalogue } from '../scope-map/catalogue.ts';
import { toolsPage } from './tools-page/page.ts';

writeFileSync(new URL('../docs/tools.md', import.meta.url), toolsPage(await loadCatalogue()));
