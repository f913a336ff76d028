// Entry of `npm run catalogue`: keeps shapes and facts of the scope map in step with DigitalOcean's OpenAPI document.
import { fileURLToPath } from 'node:url';
import { readAreas, readCorrections } from './catalogue/areas.ts';
import { runCatalogueCommand } from './catalogue/command.ts';
import { startFacts } from './catalogue/new-areas.ts';

// An area's entries import its facts: without the file, nothing of a new area could be read.
startFacts();
process.exitCode = await runCatalogueCommand(process.argv.slice(2), {
  areas: await readAreas(),
  corrections: await readCorrections(),
  folder: fileURLToPath(new URL('../scope-map', import.meta.url)),
  print: (line) => console.log(line),
});
