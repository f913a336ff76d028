// What a file lets somebody do: its limits as a restriction of what the owner offers, its grants and rules ready to be asked.
import { type Area, areaNames } from '../../../scope-map/areas.ts';
import { nearest } from '../../../tools/nearest.ts';
import { nearestTool } from '../../../tools/nearest-tool.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { inWords, type ReadData } from '../../files/data-text.ts';
import { othersWhoWrite } from '../../files/file-rights.ts';
import { placeOf } from '../../files/json-text.ts';
import type { Restriction } from '../../guard/selection.ts';
import { type Limits, limitsIn } from '../../guard/spending.ts';
import { type Policy, policyIn } from '../policy.ts';
import { type ToolNames, withCurrentNames } from '../tool-names.ts';
import type { NamedFile } from './read-file.ts';
import type { WrittenRights } from './shape.ts';

/** What somebody may do. */
export interface Rights {
  /** What they may have of what the owner offers. */
  readonly restriction: Restriction;
  /** What grants and rules say, the strictest counts; empty where there are none. */
  readonly policies: readonly Policy[];
  /** How many calls they may make in any minute; undefined: as many as they want. */
  readonly callsPerMinute: number | undefined;
  /** What they may spend; undefined: as much as they want. */
  readonly limits: Limits | undefined;
  /** Grants and rules as the file writes them. */
  readonly policyAt: string;
}

/** Where the rights of somebody stand. */
export interface Place {
  readonly file: NamedFile;
  readonly data: ReadData;
  /** Empty for a file that holds everybody. */
  readonly path: readonly (string | number)[];
  /** Who it is, at the beginning of a sentence. */
  readonly who: string;
}

const unknownName = (kind: string, name: string, meant: string | undefined, who: string) =>
  new UsageError(
    `${who}: there is no ${kind} ${placeOf([name])}.${meant ? ` Did you mean ${meant}?` : ''}`,
  );

const areasOf = (names: readonly string[], who: string): ReadonlySet<Area> =>
  new Set(
    names.map((name) => {
      const area = areaNames.find((one) => one === name);
      if (area) return area;
      throw unknownName('area', name, nearest(name, areaNames), who);
    }),
  );

const toolsOf = (names: readonly string[], who: string, known: ToolNames): ReadonlySet<string> =>
  new Set(
    names.map((name) => {
      const current = known.get(name);
      if (current !== undefined) return current;
      throw unknownName('tool', name, nearestTool(name, known.keys()), who);
    }),
  );

/** Every tool but these. */
export const allBut = (only: ReadonlySet<string>, toolNames: ToolNames): readonly string[] =>
  [...new Set(toolNames.values())].filter((name) => !only.has(name));

const restrictionOf = (written: WrittenRights, who: string, toolNames: ToolNames): Restriction => {
  const { access, areas, tools, excludeTools = [] } = written;
  const leftOut = new Set(toolsOf(excludeTools, who, toolNames));
  if (tools)
    for (const name of allBut(toolsOf(tools, who, toolNames), toolNames)) leftOut.add(name);
  return {
    readOnly: access === 'read',
    ...(areas && { areas: areasOf(areas, who) }),
    ...(leftOut.size > 0 && { leftOut }),
  };
};

/** Grants and rules as one text. */
export const policyText = ({
  grants,
  rules,
  observe,
}: Readonly<Partial<Record<'grants' | 'rules' | 'observe', unknown>>>): string =>
  JSON.stringify([grants ?? null, rules ?? null, observe ?? false]);

const policiesOf = (
  written: WrittenRights,
  { file, data, path }: Place,
  toolNames: ToolNames,
): readonly Policy[] => {
  const { policy, lost } = withCurrentNames(written, toolNames);
  const [first] = lost;
  if (first) {
    const place = [...path, ...first.path];
    throw new UsageError(
      `The ${file.kind} ${file.path} cannot be used: ${placeOf(place)}: ${first.why}${inWords(data.at(place))}.${first.meant ? ` Did you mean ${first.meant}?` : ''}`,
    );
  }
  const made = policyIn(policy, path.join('.'));
  return made ? [made] : [];
};

/** @throws {UsageError} when it names an area or a tool that does not exist, with the nearest. */
export const rightsOf = (written: WrittenRights, place: Place, toolNames: ToolNames): Rights => ({
  restriction: restrictionOf(written, place.who, toolNames),
  policies: policiesOf(written, place, toolNames),
  callsPerMinute: written.callsPerMinute,
  limits: limitsIn(written),
  policyAt: policyText(written),
});

/**
 * Whoever may write such a file is the one who says what others may do.
 * @throws {UsageError} when that is everybody on the machine.
 */
export const refuseOpenFile = ({ kind, path }: NamedFile): void => {
  if (othersWhoWrite(path) === 'everybody')
    throw new UsageError(
      `Everybody on this machine may write the ${kind} ${path}, and so give themselves rights. chmod 600 changes that.`,
    );
};
