// npm run clients-page: writes the clients into docs/clients.md, from what the program knows of them.
import { readFileSync, writeFileSync } from 'node:fs';
import { withClients } from './clients-page/page.ts';

const page = new URL('../docs/clients.md', import.meta.url);
writeFileSync(page, await withClients(readFileSync(page, 'utf8')));
