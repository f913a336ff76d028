// Entry of `npm run catalogue`: keeps scope-map/facts in step with DigitalOcean's OpenAPI document.
import { fileURLToPath } from 'node:url';
import { catalogue } from '../scope-map/catalogue.ts';
import { corrections } from '../scope-map/corrections.ts';
import { runCatalogueCommand } from './catalogue/command.ts';

process.exitCode = await runCatalogueCommand(process.argv.slice(2), {
  catalogue,
  corrections,
  folder: fileURLToPath(new URL('../scope-map/facts', import.meta.url)),
  print: (line) => console.log(line),
});
