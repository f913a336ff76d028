// `do-mcp tools <name>`: everything about one tool.
import { areaNames, areas } from '../../../scope-map/areas.ts';
import { loadBills } from '../../../scope-map/bills.ts';
import { harmOf } from '../../../scope-map/harms.ts';
import { wholeSchemaOf } from '../../../tools/request/in-full.ts';
import type { Arguments, InputSchema, Tool } from '../../../tools/tool/tool.ts';
import type { Guard } from '../../guard/guard.ts';
import { inventoryTool } from '../../menu/own-tools.ts';
import type { CommandInput } from '../command.ts';
import { labelled, linesOf } from '../paragraph.ts';
import { sayRequirement } from '../requirement.ts';
import { exampleArguments } from './example-arguments.ts';
import { exampleCall } from './example-call.ts';
import { chargesInWords, harmInWords } from './harm-words.ts';
import { deeds, dressTools, onTheBill } from './said.ts';
import { schemaLines } from './schema-words.ts';
import type { ToolLine } from './tool-lines.ts';

/** All there is to know of a tool; also the JSON that is printed, beside its line. */
interface OneTool {
  readonly description: string;
  readonly input_schema: InputSchema;
  readonly aliases?: readonly string[];
  /** What it destroys, in sentences. */
  readonly harm?: string;
  /** What it bills, in sentences. */
  readonly price?: string;
  readonly gives_away?: string;
  /** Whether dry_run tells what a call would do, without doing it. */
  readonly dry_run: boolean;
  readonly example: string;
}

const example = (tool: Tool): Arguments => {
  try {
    return exampleArguments(tool).least;
  } catch {
    // Its rules are more than an example can be made up for.
    return {};
  }
};

const disclosed = ({ endpoint: { discloses } }: Tool): string | undefined =>
  discloses &&
  `${discloses.only ? 'its answer is a' : 'its answer may hold a'} ${discloses.kind === 'shell' ? 'way into a machine' : 'credential'}, which is redacted unless --secrets-dir or --allow-secrets says otherwise`;

const ofCatalogue = async (tool: Tool, guard: Guard): Promise<OneTool> => {
  const { area, id, aliases, effect } = tool.endpoint;
  const [harm, bills, schema] = await Promise.all([
    effect === 'destroy' || tool.endpoint.conditions?.some((one) => one.effect === 'destroy')
      ? harmOf(area, id)
      : undefined,
    loadBills(area),
    wholeSchemaOf(tool, guard.offer(tool)?.inputSchema ?? tool.inputSchema),
  ]);
  const gives = disclosed(tool);
  const { [id]: charges } = bills;
  return {
    description: tool.description,
    input_schema: schema,
    ...(aliases && { aliases }),
    ...(harm && { harm: harmInWords(harm) }),
    ...(charges && { price: chargesInWords(charges) }),
    ...(gives !== undefined && { gives_away: gives }),
    dry_run: 'dry_run' in tool.inputSchema.properties,
    example: exampleCall(tool.name, example(tool)),
  };
};

const ownTool = (): OneTool => ({
  description: inventoryTool.description,
  input_schema: inventoryTool.inputSchema,
  dry_run: false,
  example: exampleCall(inventoryTool.name, { kinds: ['droplet'], max_items: 10 }),
});

const needsOf = ({ scopes, conditions = [] }: ToolLine): string =>
  [
    sayRequirement(scopes).replaceAll('  ', ' '),
    ...conditions.flatMap(({ when, needs }) =>
      needs ? [`with ${when.argument} also ${needs.join(', ')}`] : [],
    ),
  ].join('; ');

const effectOf = ({ effect, conditions = [] }: ToolLine): string =>
  [
    deeds[effect],
    ...conditions.flatMap(({ when, effect: other }) =>
      other
        ? [
            `${deeds[other]} with ${when.argument}${when.is ? ` ${when.is.map(String).join(', ')}` : ''}`,
          ]
        : [],
    ),
  ].join('; ');

const asksOf = ({ asks }: ToolLine, confirm: string, above: number): string =>
  ({
    no: confirm === 'never' ? 'nobody is asked (--confirm never)' : 'nobody is asked',
    yes: 'a person is asked before each call',
    by_price: `a person is asked where it costs $${above} a month or more, or an unknown sum`,
    sometimes: 'a person is asked where the arguments destroy, disclose or bill something',
  })[asks];

const placeOf = ({ state, reason, remedy, finder, deprecated }: ToolLine): string => {
  if (state === 'listed') return `listed: ${reason}`;
  if (state === 'finders') return `not listed: ${reason}. Agents call it through ${finder}`;
  return [`not served: ${reason}`, deprecated, remedy].filter(Boolean).join('. ');
};

/** As wide as the labels of the facts. */
const margin = 15;

/** Prints it. */
export const tellOne = async (
  { settings, box, terminal }: CommandInput,
  line: ToolLine,
  guard: Guard,
): Promise<void> => {
  const tool = await box.named(line.name);
  const one = tool ? await ofCatalogue(tool, guard) : ownTool();
  if (settings.json) {
    terminal.print(JSON.stringify({ ...line, ...one }, null, 2));
    return;
  }
  const { width } = terminal.page;
  const area = areaNames.find((name) => name === line.area);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Area', area && `${areas[area].title} (${area})`],
    ['Request', line.path === null ? undefined : `${line.method} ${line.path}`],
    ['Does', effectOf(line)],
    ['Needs', line.operation === null ? 'what the tools need that it reads by' : needsOf(line)],
    ['Bill', [onTheBill[line.cost], one.price].filter(Boolean).join(': ') || undefined],
    ['Destroys', one.harm],
    ['Gives away', one.gives_away],
    ['Asks', asksOf(line, settings.confirm, settings.confirmAbove)],
    ['Refused', line.depends_on && `with ${line.depends_on.join(', ')}`],
    ['Lacks', line.missing_scopes?.join(', ')],
    ['Served', placeOf(line)],
    ['Former names', one.aliases?.join(', ')],
    ['Dry run', one.dry_run ? 'tells what a call would do, and does nothing' : undefined],
  ];
  const schema = schemaLines(one.input_schema, width);
  terminal.print(
    [
      ...linesOf(`${line.name}: ${line.title}`, width),
      ...linesOf(one.description, width),
      '',
      ...facts.flatMap(([label, text]) =>
        text === undefined ? [] : [labelled(`  ${label}`, text, margin, width)],
      ),
      '',
      ...(schema.length === 0 ? ['It takes no arguments.'] : ['Arguments', ...schema]),
      '',
      'Example',
      `  ${one.example}`,
    ].join('\n'),
    dressTools,
  );
};
