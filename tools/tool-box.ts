// All tools, known by name from the start and built shelf by shelf when one of them is needed, each with its validator.
import type { Area } from '../scope-map/areas.ts';
import { loadShelf } from '../scope-map/catalogue.ts';
import type { Endpoint } from '../scope-map/endpoint.ts';
import { type IndexEntry, operationIndex } from '../scope-map/operation-index.ts';
import { type Shelf, shelves, shelvesOf } from '../scope-map/shelves.ts';
import { ownTools } from './own-tools.ts';
import type { Validated, Validator } from './request/validation.ts';
import { type Outline, outlinesIn } from './tool/outline.ts';
import type { Tool } from './tool/tool.ts';

/** The tools of the whole catalogue; shared by everyone, changed by nobody. */
export interface ToolBox {
  /** Every tool in outline, in the order of the catalogue. */
  readonly outlines: readonly Outline[];
  /** Every name and former name with the current name, those of our own tools among them. */
  readonly names: ReadonlyMap<string, string>;
  /** The outline of the tool with this name; a former name has none. */
  outlineOf(name: string): Outline | undefined;
  /** The name of an operation's tool. */
  nameOf(operation: string): string | undefined;
  /** The tool with this name or former name; its shelf is loaded for it. */
  named(name: string): Promise<Tool | undefined>;
  forOperation(operation: string): Promise<Tool | undefined>;
  onShelf(shelf: Shelf): Promise<readonly Tool[]>;
  ofArea(area: Area): Promise<readonly Tool[]>;
  /** Every tool: loads every shelf. */
  all(): Promise<readonly Tool[]>;
  validate(tool: Tool, raw: unknown): Promise<Validated>;
}

/** Where a box has its tools from. */
export interface ToolSource {
  readonly index: Readonly<Record<string, IndexEntry>>;
  readonly load: (shelf: Shelf) => Promise<readonly Endpoint[]>;
}

const ownSource: ToolSource = { index: operationIndex, load: loadShelf };

/** Makes a box; nothing is loaded before it is asked for. */
export const createToolBox = ({ index, load }: ToolSource = ownSource): ToolBox => {
  const outlines = outlinesIn(index);
  const byId = new Map<string, Outline>(outlines.map((outline) => [outline.id, outline]));
  const names = new Map<string, string>(ownTools.map((name) => [name, name]));
  for (const { name, aliases = [] } of Object.values(index))
    for (const one of [name, ...aliases]) names.set(one, name);
  const byName = new Map(outlines.map((outline) => [outline.name, outline]));

  const built = new Map<Shelf, Promise<readonly Tool[]>>();
  const build = async (shelf: Shelf): Promise<readonly Tool[]> => {
    const [{ buildTools }, endpoints] = await Promise.all([
      import('./tool/build-tools.ts'),
      load(shelf),
    ]);
    return buildTools(endpoints);
  };
  const onShelf = (shelf: Shelf): Promise<readonly Tool[]> => {
    const known = built.get(shelf);
    if (known) return known;
    const loading = build(shelf);
    built.set(shelf, loading);
    return loading;
  };
  const whole = async (outline: Outline | undefined): Promise<Tool | undefined> =>
    outline && (await onShelf(outline.shelf)).find(({ name }) => name === outline.name);

  const validators = new Map<Tool, Validator>();
  return {
    outlines,
    names,
    outlineOf: (name) => byName.get(name),
    nameOf: (operation) => byId.get(operation)?.name,
    named: async (name) => whole(byName.get(names.get(name) ?? name)),
    forOperation: async (operation) => whole(byId.get(operation)),
    onShelf,
    ofArea: async (area) => (await Promise.all(shelvesOf(area).map(onShelf))).flat(),
    all: async () => (await Promise.all(shelves.map(onShelf))).flat(),
    validate: async (tool, raw) => {
      const known = validators.get(tool);
      if (known) return known(raw);
      // Loaded with the first call: listing tools needs no validator.
      const { createValidator } = await import('./request/validation.ts');
      const validator = validators.get(tool) ?? createValidator(tool);
      validators.set(tool, validator);
      return validator(raw);
    },
  };
};
