// The catalogue command: distils a document, compares it with the scope map, and writes when asked to.
import { parseArgs } from 'node:util';
import type { Area } from '../../scope-map/areas.ts';
import type { Correction } from '../../scope-map/corrections/correction.ts';
import type { AreaMap } from '../../scope-map/entry/area-map.ts';
import { derive } from './derive.ts';
import { isObject, openDocument, readJson } from './document.ts';
import { driftBetween } from './drift.ts';
import { filesOf, readFiles, writeFiles } from './store.ts';

const usage = `Usage: npm run catalogue -- --spec <file or URL> [--scopes <file or URL>] [--write]

Compares DigitalOcean's OpenAPI document with the facts in scope-map and prints what moved.
  --spec    the OpenAPI document, as JSON
  --scopes  the list of scopes with what each requires, as JSON; without it scopes.json stays as it is
  --write   writes the facts anew; without it nothing is written, and drift ends with exit code 1`;

/** What the command works on, so that tests can bring their own. */
export interface CatalogueWork {
  readonly areas: ReadonlyMap<Area, AreaMap>;
  readonly corrections: readonly Correction[];
  /** Folder of the scope map, whose areas have a folder each. */
  readonly folder: string;
  readonly print: (line: string) => void;
}

/**
 * Runs the command. Answers the exit code: 0 when nothing that is catalogued has moved (or all was written),
 * 1 on drift or an unneeded correction, 2 when the arguments make no sense.
 * @throws {Error} when the document cannot be read.
 */
export const runCatalogueCommand = async (
  args: readonly string[],
  work: CatalogueWork,
): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { spec: { type: 'string' }, scopes: { type: 'string' }, write: { type: 'boolean' } },
  });
  if (values.spec === undefined) {
    work.print(usage);
    return 2;
  }
  const derived = derive(openDocument(await readJson(values.spec)), work.areas, work.corrections);
  const wanted = filesOf(
    derived,
    values.scopes === undefined ? undefined : await readJson(values.scopes),
  );
  const current = await readFiles(work.folder, [...wanted.keys(), 'scopes.json']);
  const drift = driftBetween(current, wanted, derived.missing);

  const scopeList = wanted.get('scopes.json') ?? current.get('scopes.json');
  const known = isObject(scopeList) ? scopeList : {};
  const strangers = derived.scopes
    .filter((scope) => !(scope in known))
    .map((scope) => `scope added      ${scope}: add it to the list of scopes`);

  for (const line of [...drift.catalogued, ...derived.unneeded, ...drift.elsewhere, ...strangers])
    work.print(line);
  if (values.write) {
    await writeFiles(work.folder, wanted);
    work.print(`${wanted.size} files written to ${work.folder}`);
  }
  const blocking =
    derived.unneeded.length + derived.missing.length + (values.write ? 0 : drift.catalogued.length);
  work.print(
    blocking === 0
      ? `${Object.keys(derived.index).length} catalogued endpoints agree with the document (${drift.elsewhere.length + strangers.length} news elsewhere).`
      : `${blocking} findings concern catalogued endpoints.`,
  );
  return blocking === 0 ? 0 : 1;
};
