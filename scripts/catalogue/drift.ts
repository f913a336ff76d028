// Tells how a document differs from what the scope map holds, in lines that a person reads.
import type { OperationFacts } from '../../scope-map/facts.ts';
import { differences } from './differences.ts';
import { isObject } from './document.ts';
import { all, type Finding } from './finding.ts';
import type { Files } from './store.ts';

/** What has moved. */
export interface Drift {
  /** Concerns endpoints that are in the catalogue: something must be done. */
  readonly catalogued: readonly Finding[];
  /** News about the rest of the API: good to know. */
  readonly elsewhere: readonly Finding[];
}

const operationDrift = (
  id: string,
  before: OperationFacts,
  after: OperationFacts,
): readonly Finding[] => {
  const { scopes: oldScopes, ...oldInputs } = before;
  const { scopes: newScopes, ...newInputs } = after;
  return [
    ...all(
      'scopes changed',
      differences(oldScopes, newScopes, '').map((line) => `${id}${line}`),
    ),
    ...all(
      'input changed',
      differences(oldInputs, newInputs, '').map((line) => `${id} ${line}`),
    ),
  ];
};

const isRecordOf = (value: unknown): value is Readonly<Record<string, never>> => isObject(value);

/** Compares the files on disk with those that the document leads to. */
export const driftBetween = (current: Files, wanted: Files, missing: readonly string[]): Drift => {
  const catalogued = [
    ...all(
      'endpoint removed',
      missing.map((id) => `${id}: the document has no such operation`),
    ),
  ];
  const elsewhere: Finding[] = [];
  for (const [name, after] of wanted) {
    const before = current.get(name);
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    if (before === undefined) catalogued.push({ kind: 'file added', what: name });
    else if (name === 'document.json') elsewhere.push(...operationsDrift(before, after));
    else if (name === 'scopes.json' || !isRecordOf(before) || !isRecordOf(after) || 'type' in after)
      catalogued.push(
        ...all(
          'file changed',
          differences(before, after, '').map((line) => `${name} ${line}`),
        ),
      );
    else catalogued.push(...areaDrift(before, after));
  }
  return { catalogued, elsewhere };
};

const areaDrift = (
  before: Readonly<Record<string, OperationFacts>>,
  after: Readonly<Record<string, OperationFacts>>,
): readonly Finding[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id) => {
    const [old, now] = [before[id], after[id]];
    if (!old) return all('not distilled', [id]);
    return now ? operationDrift(id, old, now) : all('not catalogued', [id]);
  });

const operationsDrift = (before: unknown, after: unknown): readonly Finding[] => {
  const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((id) => {
    if (!(id in old)) return all('endpoint added', [`${id} ${String(now[id])}`]);
    if (!(id in now)) return all('endpoint removed', [`${id} ${String(old[id])}`]);
    return old[id] === now[id]
      ? []
      : all('endpoint moved', [`${id} ${String(old[id])} → ${String(now[id])}`]);
  });
};
