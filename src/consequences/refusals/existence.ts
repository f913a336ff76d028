// Whether the things exist that the path of a call names: the read of each is found in the index.
import type { OperationId } from '../../../scope-map/operation-id.ts';
import { type IndexEntry, operationIndex } from '../../../scope-map/operation-index.ts';
import type { Arguments, Tool } from '../../../tools/tool/tool.ts';
import { shown } from '../blast/words.ts';
import type { Looking } from '../look.ts';
import { whyUnseen } from '../reading.ts';
import { nothingAgainst, type Told } from './foreseen.ts';

const parameter = /\{(\w+)\}/g;

/** A path whatever its parameters are called. */
const pattern = (path: string): string => path.replaceAll(parameter, '{}');

const namesIn = (path: string): readonly string[] =>
  [...path.matchAll(parameter)].flatMap(([, name]) => name ?? []);

/** A read that shows the thing which a path, or the beginning of one, names. */
interface Reader {
  readonly operation: OperationId;
  /** The read's own names for the parameters, in their order. */
  readonly names: readonly string[];
}

const shows = ({ method, effect, reply }: IndexEntry): boolean =>
  method === 'GET' && effect === 'read' && reply === 'object';

/** The read of exactly this thing; undefined where the API has none. */
const readerOf = (beginning: string): Reader | undefined => {
  const wanted = pattern(beginning);
  const found = Object.entries(operationIndex).find(
    ([, entry]) => shows(entry) && pattern(entry.path) === wanted,
  );
  return found && { operation: found[0] as OperationId, names: namesIn(found[1].path) };
};

/** Beginnings of a path that end with a parameter, the longest first: what the call is about, then what that is in. */
const beginnings = (path: string): readonly string[] =>
  [...path.matchAll(parameter)]
    .map((found) => path.slice(0, found.index + found[0].length))
    .toReversed();

/**
 * Whether what the path names is there. What a thing is in exists where the thing does.
 * @param found parameters that somebody else looks for.
 */
export const existence = async (
  tool: Tool,
  given: Arguments,
  { look }: Looking,
  found: ReadonlySet<string>,
): Promise<Told> => {
  const all = beginnings(tool.endpoint.path);
  const [whole] = all;
  if (whole === undefined) return nothingAgainst;
  const readable = all.flatMap((beginning) => {
    const reader = readerOf(beginning);
    return reader ? [{ beginning, reader }] : [];
  });
  const [nearest] = readable;
  const unread = all.slice(0, nearest ? all.indexOf(nearest.beginning) : all.length);
  const unknown = unread.flatMap((beginning) => {
    const name = namesIn(beginning).at(-1) ?? '';
    return found.has(name) ? [] : `whether there is a ${name} ${shown(given[name])}`;
  });
  if (!nearest) return { refuses: [], unknown };
  const own = namesIn(nearest.beginning);
  const looked = await look(
    nearest.reader.operation,
    Object.fromEntries(
      nearest.reader.names.map((name, index) => [name, given[own[index] ?? name]]),
    ),
  );
  const last = own.at(-1) ?? '';
  const value = shown(given[last]);
  if (looked.kind === 'gone') return { refuses: [`there is no ${last} ${value}`], unknown };
  return looked.kind === 'seen'
    ? { refuses: [], unknown }
    : {
        refuses: [],
        unknown: [...unknown, `whether there is a ${last} ${value} (${whyUnseen(looked)})`],
      };
};
