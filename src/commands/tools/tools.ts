// `do-mcp tools`: which tools this token unlocks, where they are and what they do; with a name, all about one.
import { nearestTool } from '../../../tools/nearest-tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { describeGrant } from '../../guard/grant.ts';
import { Guard } from '../../guard/guard.ts';
import { createSearch } from '../../menu/finders/search.ts';
import { inventoryTool, ownToolsFor, ownToolsListed } from '../../menu/own-tools.ts';
import { createProgram } from '../../program.ts';
import { systemClock } from '../../system.ts';
import { shown } from '../../terminal/veil.ts';
import { working } from '../../terminal/working.ts';
import type { Command, CommandInput } from '../command.ts';
import { linesOf } from '../paragraph.ts';
import { fits, isChosen, searched } from './choose.ts';
import { printedSections } from './printed.ts';
import { dressTools } from './said.ts';
import { leftOut, legendOf, type Showing, shownTable } from './shown.ts';
import { ownLines, type ToolLine, toolLines } from './tool-lines.ts';

/** Every tool there is, with its line. */
const allLines = async (
  { settings, box }: Pick<CommandInput, 'settings' | 'box'>,
  guard: Guard,
): Promise<readonly ToolLine[]> => {
  const { mode, confirm } = settings;
  const own = ownLines([inventoryTool], ownToolsFor(box, guard), ownToolsListed(box, guard, mode));
  return [...toolLines(await box.all(), { guard, mode, confirm }), ...own];
};

/** The tools that a read-only server would serve, were the token to allow it. */
const onlyReading = (box: ToolBox, { grant, selection }: Guard): ReadonlySet<string> => {
  const all = { ...selection, readOnly: false };
  const everything = new Guard(all, grant);
  const readOnly = new Guard({ ...all, readOnly: true }, grant);
  return new Set([
    inventoryTool.name,
    ...box.outlines
      .filter((one) => everything.refusalOf(one) !== undefined || !readOnly.refusalOf(one))
      .filter(({ effect, onlyDiscloses }) => effect === 'read' && !onlyDiscloses)
      .map(({ name }) => name),
  ]);
};

/** What of all lines is shown, in its order. */
const chosenLines = async (
  { settings, box, words, terminal }: CommandInput,
  guard: Guard,
  lines: readonly ToolLine[],
): Promise<readonly ToolLine[]> => {
  const { choice, all } = settings;
  const reading = onlyReading(box, guard);
  const fitting = lines.filter((line) => fits(line, choice, reading.has(line.name)));
  const wanted = fitting.filter(({ available }) => all || choice.hidden || available);
  if (words.length > 0) return searched(wanted, words.join(' '), createSearch(box));
  // Nobody reads hundreds of lines: what stands in the list comes first, and the rest is summed.
  const isWhole = all || isChosen(choice) || !terminal.page.isPerson || settings.json;
  return isWhole ? wanted : wanted.filter(({ state }) => state === 'listed');
};

const nothingFound = ({ words, box }: CommandInput): UsageError => {
  const [word = ''] = words;
  const meant = words.length === 1 ? nearestTool(word, box.names.keys()) : undefined;
  return new UsageError(
    words.length === 0
      ? 'No tool is like that. Leave one of the filters out, or add --all to look among those that are not served, too.'
      : `No tool is about "${shown(words.join(' '))}".${meant ? ` Did you mean ${meant}?` : ''} Say it in other words, or add --all to look among those that are not served, too.`,
  );
};

const tell = async (
  input: CommandInput,
  guard: Guard,
  account: string,
): Promise<number | undefined> => {
  const { settings, terminal, box, words } = input;
  const lines = await allLines(input, guard);
  const [word = ''] = words;
  const named = words.length === 1 ? box.names.get(word) : undefined;
  const line = lines.find(({ name }) => name === named);
  if (line) {
    const { tellOne } = await import('./tell-one.ts');
    await tellOne(input, line, guard);
    return 0;
  }
  // Whoever writes a name of several parts means that tool, and not what sounds like it.
  if (words.length === 1 && /^\w+_\w+$/.test(word) && nearestTool(word, box.names.keys()))
    throw nothingFound(input);
  const chosen = await chosenLines(input, guard, lines);
  if (settings.json) {
    terminal.print(JSON.stringify(chosen, null, 2));
    return 0;
  }
  const isNarrowed = words.length > 0 || isChosen(settings.choice);
  if (chosen.length === 0 && isNarrowed && guard.grant.kind !== 'invalid')
    throw nothingFound(input);
  const tools = lines.filter(({ operation }) => operation !== null);
  const served = tools.filter(({ available }) => available).length;
  const head = `${served} of ${tools.length} tools for ${account}: ${describeGrant(guard.grant)}`;
  const { page } = terminal;
  if (!page.isPerson) {
    const tellsAll = settings.all || settings.choice.hidden;
    terminal.print([head, ...printedSections(chosen, tellsAll)].join('\n\n'));
    return 0;
  }
  const showing: Showing = {
    lines: chosen,
    isRanked: words.length > 0,
    confirmAbove: settings.confirmAbove,
    width: page.width,
  };
  const rest = leftOut(lines, showing);
  terminal.print(
    [
      ...linesOf(head, page.width),
      '',
      ...shownTable(showing),
      '',
      ...legendOf(showing),
      ...(rest === undefined ? [] : linesOf(rest, page.width)),
      ...linesOf(
        'do-mcp tools <name> tells all about one; do-mcp tools <words> searches.',
        page.width,
      ),
    ].join('\n'),
    dressTools,
  );
  return 0;
};

/** Asks what the token grants and tells the tools. */
export const runTools: Command = async (input) => {
  const program = createProgram(input.settings, input.box);
  try {
    const caller = await program.ownCaller();
    const guard = await working(
      { terminal: input.terminal, clock: systemClock },
      () => 'Asking DigitalOcean what the token may do',
      () => caller.guard(),
    );
    const code = await tell(input, guard, caller.account.hint);
    return guard.grant.kind === 'invalid' ? 1 : code;
  } finally {
    await program.close();
  }
};
