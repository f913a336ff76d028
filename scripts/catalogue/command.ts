// The catalogue command: distils a document, compares it with the scope map, and writes when asked to.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Correction } from '../../scope-map/corrections/correction.ts';
import type { AreaMap } from '../../scope-map/entry/area-map.ts';
import type { Shelf } from '../../scope-map/shelves.ts';
import { changelogOf } from './changelog.ts';
import { derive } from './derive.ts';
import { isObject, openDocument } from './document.ts';
import { driftBetween } from './drift.ts';
import { all } from './finding.ts';
import { documentOf } from './shapes/compose.ts';
import { shapesOf } from './shapes/distil.ts';
import { shapesDrift } from './shapes/drift.ts';
import { readShapes, writeShapes } from './shapes/store.ts';
import { parseText, readSpecification, readText } from './specification.ts';
import { filesOf, readFiles, writeFiles } from './store.ts';

const usage = `Usage: npm run catalogue [-- --spec <file or URL> [--follow]] [--scopes <file or URL>] [--write]

Compares the facts in scope-map with DigitalOcean's OpenAPI document and prints what moved, in a form for a changelog.
  --spec    the OpenAPI document, JSON or YAML, in one piece or in many files; without it the shapes in
            scope-map/shapes stand for the document, so that a change of ours can be checked without it
  --follow  fetch the files that a document at an address refers to
  --scopes  the list of scopes with what each requires; without it scopes.json stays as it is
  --write   writes shapes and facts anew; without it nothing is written, and drift ends with exit code 1`;

/** What the command works on, so that tests can bring their own. */
export interface CatalogueWork {
  readonly shelves: ReadonlyMap<Shelf, AreaMap>;
  readonly corrections: readonly Correction[];
  /** Folder of the scope map, whose areas have a folder each; the shapes are in `shapes` below it. */
  readonly folder: string;
  readonly print: (line: string) => void;
}

/** The shapes on disk, and the document that the facts are derived from, with the shapes that it leads to. */
const readSource = async (folder: string, spec: string | undefined, follow: boolean) => {
  const current = await readShapes(folder);
  if (spec !== undefined) {
    const content = await readSpecification(spec, { follow });
    return { content, current, wanted: shapesOf(content) };
  }
  if (!current) throw new Error(`there are no shapes in ${folder}: name a document with --spec`);
  return { content: documentOf(current), current, wanted: current };
};

/**
 * Runs the command. Answers the exit code: 0 when nothing that is catalogued has moved (or all was written),
 * 1 on drift or an unneeded correction, 2 when it is asked how it is used.
 * @throws {Error} when the document cannot be read, or the arguments make no sense.
 */
export const runCatalogueCommand = async (
  args: readonly string[],
  work: CatalogueWork,
): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      spec: { type: 'string' },
      follow: { type: 'boolean' },
      scopes: { type: 'string' },
      write: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    work.print(usage);
    return 2;
  }
  const shapes = join(work.folder, 'shapes');
  const source = await readSource(shapes, values.spec, values.follow ?? false);
  const derived = derive(openDocument(source.content), work.shelves, work.corrections);
  const scopes = values.scopes === undefined ? undefined : parseText(await readText(values.scopes));
  const wanted = filesOf(derived, scopes);
  const current = await readFiles(work.folder, [...wanted.keys(), 'scopes.json']);
  const moved = [
    driftBetween(current, wanted, derived.missing),
    shapesDrift(source.current, source.wanted, new Set(Object.keys(derived.index))),
  ];
  const catalogued = moved.flatMap((drift) => drift.catalogued);
  const elsewhere = moved.flatMap((drift) => drift.elsewhere);

  const scopeList = wanted.get('scopes.json') ?? current.get('scopes.json');
  const known = isObject(scopeList) ? scopeList : {};
  const strangers = derived.scopes
    .filter((scope) => !(scope in known))
    .map((scope) => `${scope}: add it to the list of scopes`);

  const findings = [
    ...catalogued,
    ...all('correction', derived.unneeded),
    ...elsewhere,
    ...all('scope added', strangers),
  ];
  for (const line of changelogOf(findings)) work.print(line);
  if (values.write) {
    await writeShapes(shapes, source.wanted);
    await writeFiles(work.folder, wanted);
    work.print(`shapes and ${wanted.size} files of facts written to ${work.folder}`);
  }
  const blocking =
    derived.unneeded.length + derived.missing.length + (values.write ? 0 : catalogued.length);
  work.print(
    blocking === 0
      ? `${Object.keys(derived.index).length} catalogued endpoints agree with the document (${elsewhere.length + strangers.length} news elsewhere).`
      : `${blocking} findings concern catalogued endpoints.`,
  );
  return blocking === 0 ? 0 : 1;
};
