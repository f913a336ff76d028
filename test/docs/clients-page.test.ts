// The page about clients says of each what the program knows of it.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withClients } from '../../scripts/clients-page/page.ts';

it('shows each client as init writes it (npm run clients-page writes it anew)', async () => {
  const page = readFileSync(new URL('../../docs/clients.md', import.meta.url), 'utf8');
  expect(page).toBe(await withClients(page));
});
