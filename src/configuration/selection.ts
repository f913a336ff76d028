// What the owner chose to serve, from the options; nothing that was named may be a slip of the pen.
import { type Area, areaNames } from '../../scope-map/areas.ts';
import { nearest } from '../../tools/nearest.ts';
import { nearestTool } from '../../tools/nearest-tool.ts';
import type { Selection } from '../guard/selection.ts';
import { areasNamed, areaWords } from '../menu/presets.ts';
import { shown } from '../terminal/veil.ts';
import type { OptionValues } from './options/options.ts';
import { UsageError } from './usage-error.ts';
import { listOf } from './values.ts';

/**
 * The areas that a word of --areas stands for.
 * @throws {UsageError} when it stands for none, naming the nearest.
 */
export const areasBehind = (word: string): readonly Area[] => {
  if (word === 'all' || word === 'none')
    throw new UsageError(`--areas ${word} stands alone: leave out the other areas.`);
  const named = areasNamed(word);
  if (named) return named;
  const meant = nearest(word, areaWords);
  throw new UsageError(
    `There is no area "${shown(word)}".${meant ? ` Did you mean ${meant}?` : ''} Areas and presets: ${areaWords.join(', ')}.`,
  );
};

const areasOf = (words: readonly string[] | undefined): ReadonlySet<Area> => {
  if (words === undefined || (words.length === 1 && words[0] === 'all')) return new Set(areaNames);
  if (words.length === 1 && words[0] === 'none') return new Set();
  return new Set(words.flatMap(areasBehind));
};

/** The words of an option as tool names; aliases become the current name. */
export const toolNamesOf = (
  words: readonly string[] | undefined,
  flag: string,
  toolNames: ReadonlyMap<string, string>,
): ReadonlySet<string> =>
  new Set(
    (words ?? []).map((word) => {
      const name = toolNames.get(word);
      if (name !== undefined) return name;
      const meant = nearestTool(word, toolNames.keys());
      throw new UsageError(
        `--${flag}: there is no tool "${shown(word)}".${meant ? ` Did you mean ${meant}?` : ''} do-mcp tools --all lists them.`,
      );
    }),
  );

/**
 * The owner's selection.
 * @param toolNames every tool name and alias, each with its current name.
 * @throws {UsageError} for an area or tool that does not exist, or settings that leave nothing to serve.
 */
export const selectionOf = (
  values: OptionValues,
  toolNames: ReadonlyMap<string, string>,
): Selection => {
  const areas = areasOf(listOf(values, 'areas'));
  const added = toolNamesOf(listOf(values, 'tools'), 'tools', toolNames);
  const leftOut = toolNamesOf(listOf(values, 'excludeTools'), 'exclude-tools', toolNames);
  if (areas.size === 0 && added.size === 0)
    throw new UsageError(
      '--areas none serves only what --tools adds, and nothing is added. Name tools with --tools, or areas with --areas.',
    );
  if (areas.size === 0 && [...added].every((name) => leftOut.has(name)))
    throw new UsageError(
      'Everything that --tools adds is left out by --exclude-tools, so nothing would be served.',
    );
  if (new Set(toolNames.values()).size === leftOut.size && leftOut.size > 0)
    throw new UsageError('--exclude-tools leaves out every tool, so nothing would be served.');
  return {
    areas,
    areasNamed: values.areas !== undefined,
    named: new Set(areaNames.filter((area) => (listOf(values, 'areas') ?? []).includes(area))),
    added,
    leftOut,
    readOnly: values.readOnly === true,
    allowSecrets: values.allowSecrets === true,
    ...(values.secretsDir !== undefined && { keepSecrets: true }),
  };
};
