// npm run configuration-pages: writes docs/configuration.md and docs/config.schema.json from the options.
import { writeFileSync } from 'node:fs';
import { configurationPage } from './configuration-pages/page.ts';
import { configurationSchema } from './configuration-pages/schema.ts';

const write = (file: string, text: string): void =>
  writeFileSync(new URL(`../docs/${file}`, import.meta.url), text);

write('configuration.md', configurationPage);
write('config.schema.json', configurationSchema);
