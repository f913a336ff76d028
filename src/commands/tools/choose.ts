// Which of the tools are shown: by what somebody wants to see, and by a request in their words.
import { areaNames } from '../../../scope-map/areas.ts';
import type { ToolChoice } from '../../configuration/choosing-settings.ts';
import type { Search } from '../../menu/finders/search.ts';
import type { ToolLine } from './tool-lines.ts';

/** Every scope that a call of it may need. */
export const scopesOf = ({ scopes, conditions = [] }: ToolLine): ReadonlySet<string> =>
  new Set([...scopes.flat(), ...conditions.flatMap(({ needs = [] }) => needs)]);

/** Whether anything was chosen. */
export const isChosen = (choice: ToolChoice): boolean =>
  choice.hidden ||
  [choice.areas, choice.access, choice.effects, choice.scopes, choice.costs].some(
    (one) => one !== null,
  );

/**
 * Whether a tool is one of those that were chosen.
 * @param onlyReads whether a read-only server would serve it.
 */
export const fits = (line: ToolLine, choice: ToolChoice, onlyReads: boolean): boolean => {
  const { areas, access, effects, scopes, costs, hidden } = choice;
  const needed = scopes === null ? undefined : scopesOf(line);
  const area = areaNames.find((one) => one === line.area);
  return (
    (areas === null || (area !== undefined && areas.has(area))) &&
    (access === null || (access === 'read') === onlyReads) &&
    (effects === null || effects.has(line.effect)) &&
    (needed === undefined || [...(scopes ?? [])].some((scope) => needed.has(scope))) &&
    (costs === null || costs.has(line.cost)) &&
    (!hidden || !line.available)
  );
};

/** Tools that are shown for a request; more would only be worse. */
const most = 20;

/** Of these lines those that a request is about, the best first. */
export const searched = async (
  lines: readonly ToolLine[],
  request: string,
  search: Search,
): Promise<readonly ToolLine[]> => {
  const byName = new Map(lines.map((line) => [line.name, line]));
  const found = await search(request, byName.size);
  return found.flatMap(({ name }) => byName.get(name) ?? []).slice(0, most);
};
