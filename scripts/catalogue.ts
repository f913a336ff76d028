// Entry of `npm run catalogue`: keeps shapes and facts of the scope map in step with DigitalOcean's OpenAPI document.
import { fileURLToPath } from 'node:url';
import { runCatalogueCommand } from './catalogue/command.ts';
import { startFacts } from './catalogue/new-shelves.ts';
import { readCorrections, readShelves } from './catalogue/shelves.ts';

// Entries import the facts beside them: without the file, nothing of a new shelf could be read.
startFacts();
process.exitCode = await runCatalogueCommand(process.argv.slice(2), {
  shelves: await readShelves(),
  corrections: await readCorrections(),
  folder: fileURLToPath(new URL('../scope-map', import.meta.url)),
  print: (line) => console.log(line),
});
