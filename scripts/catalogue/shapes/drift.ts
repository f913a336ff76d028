// Tells which documented operations answer or take something else than the shapes on disk say.
import type { Shapes } from '../../../scope-map/shapes/shapes.ts';
import { differences } from '../differences.ts';
import { isObject, type Json } from '../document.ts';
import type { Drift } from '../drift.ts';
import { all, type Finding } from '../finding.ts';
import { type Definitions, reachedFrom } from './definitions.ts';
import { schemasOfReplies } from './replies.ts';

type Side = Readonly<Record<string, unknown>>;

const sectionOf = (side: Side, name: string): Json => {
  const section = side[name];
  return isObject(section) ? section : {};
};

/** For every definition, the operations whose replies have it in them. */
const usersOf = ({ replies }: Shapes): ReadonlyMap<string, readonly string[]> => {
  const users = new Map<string, string[]>();
  for (const [id, byStatus] of Object.entries(replies.operations)) {
    const named = Object.values(byStatus).flatMap((one) => (typeof one === 'string' ? [one] : []));
    const contents = Object.fromEntries(named.map((name) => [name, replies.contents[name] ?? {}]));
    const schemas = schemasOfReplies({ operations: { [id]: byStatus }, contents });
    const reached = reachedFrom(
      schemas.map(([, schema]) => schema),
      replies.schemas as Definitions,
    );
    for (const name of [...reached, ...named, id])
      users.set(name, [...(users.get(name) ?? []), id]);
  }
  return users;
};

const told = (ids: readonly string[]): string =>
  ids.length > 3 ? `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more` : ids.join(', ');

/**
 * Compares shapes. What a catalogued operation answers concerns the catalogue; what it takes is compared as facts,
 * so the rest of the inputs is told as news.
 */
export const shapesDrift = (
  current: Shapes | undefined,
  wanted: Shapes,
  catalogued: ReadonlySet<string>,
): Drift => {
  if (current === wanted) return { catalogued: [], elsewhere: [] };
  if (!current)
    return { catalogued: all('file added', ['replies.json', 'requests.json']), elsewhere: [] };
  const users = [usersOf(wanted), usersOf(current)];
  const ours: Finding[] = [];
  const elsewhere: Finding[] = [];
  for (const section of ['operations', 'contents', 'schemas']) {
    const [before, after] = [
      sectionOf(current.replies as unknown as Side, section),
      sectionOf(wanted.replies as unknown as Side, section),
    ];
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const lines = differences(before[name], after[name], name);
      const ids = [...new Set(users.flatMap((one) => one.get(name) ?? []))];
      const list = ids.some((id) => catalogued.has(id)) ? ours : elsewhere;
      list.push(
        ...all(
          'reply changed',
          lines.map((line) => `${told(ids)} ${line}`),
        ),
      );
    }
  }
  for (const section of ['operations', 'parameters', 'schemas']) {
    const lines = differences(
      sectionOf(current.requests as unknown as Side, section),
      sectionOf(wanted.requests as unknown as Side, section),
      '',
    );
    elsewhere.push(...all('request shape', lines));
  }
  return { catalogued: ours, elsewhere };
};
