// All tools, found by name, former name or operation id, each with its validator.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { Validated, Validator } from '../request/validation.ts';
import type { Tool } from './tool.ts';

/** The tools of the whole catalogue; shared by everyone, changed by nobody. */
export interface ToolBox {
  /** In catalogue order. */
  readonly tools: readonly Tool[];
  /** Every name and former name with the current name. */
  readonly names: ReadonlyMap<string, string>;
  named(name: string): Tool | undefined;
  forOperation(operation: string): Tool | undefined;
  /** The list call that shows what a lost create may have made: the GET of a list at the same path. */
  listBeside(endpoint: Endpoint): Tool | undefined;
  validate(tool: Tool, raw: unknown): Promise<Validated>;
}

/** Puts tools into a box. */
export const createToolBox = (tools: readonly Tool[]): ToolBox => {
  const byName = new Map<string, Tool>();
  for (const tool of tools)
    for (const name of [tool.name, ...(tool.endpoint.aliases ?? [])]) byName.set(name, tool);
  const byOperation = new Map(tools.map((tool) => [tool.endpoint.id as string, tool]));
  const lists = new Map(
    tools
      .filter((tool) => tool.endpoint.reply.kind === 'list')
      .map((tool) => [tool.endpoint.path, tool]),
  );
  const validators = new Map<Tool, Validator>();
  return {
    tools,
    names: new Map([...byName].map(([name, tool]) => [name, tool.name])),
    named: (name) => byName.get(name),
    forOperation: (operation) => byOperation.get(operation),
    listBeside: (endpoint) => lists.get(endpoint.path),
    validate: async (tool, raw) => {
      const known = validators.get(tool);
      if (known) return known(raw);
      // Loaded with the first call: listing tools needs no validator.
      const { createValidator } = await import('../request/validation.ts');
      const validator = validators.get(tool) ?? createValidator(tool);
      validators.set(tool, validator);
      return validator(raw);
    },
  };
};
