// Changes the text of an agent file, JSON or YAML; what people wrote into YAML beside the change stays, comments too.
import { isDeepStrictEqual } from 'node:util';
import { isSeq, parseDocument } from 'yaml';
import { UsageError } from '../../configuration/usage-error.ts';
import { type ReadDataText, readJsonData } from '../../files/data-text.ts';
import { isYaml } from '../../files/reader-for.ts';
import { readYamlData } from '../../files/yaml-data.ts';
import { type AgentEntry, type AgentFileContent, parseAgentFile } from './agent-shape.ts';

/** One change of one agent. */
export type AgentEdit =
  | { readonly how: 'add'; readonly entry: AgentEntry }
  | { readonly how: 'key'; readonly at: number; readonly key: string }
  | { readonly how: 'remove'; readonly at: number };

const readerOf = (path: string): ReadDataText => (isYaml(path) ? readYamlData : readJsonData);

/** What an agent file holds. @throws {UsageError} when anything in it is wrong. */
export const agentsInText = (text: string, path: string): AgentFileContent =>
  parseAgentFile(text, path, readerOf(path));

/** The text of a file without agents. */
export const emptyText = (path: string): string =>
  isYaml(path) ? 'version: 1\nagents: []\n' : '{"version": 1, "agents": []}';

const edited = ({ agents, ...rest }: AgentFileContent, edit: AgentEdit): AgentFileContent => {
  switch (edit.how) {
    case 'add':
      return { ...rest, agents: [...agents, edit.entry] };
    case 'key':
      return {
        ...rest,
        agents: agents.map((one, at) => (at === edit.at ? { ...one, key: edit.key } : one)),
      };
    case 'remove':
      return { ...rest, agents: agents.filter((_, at) => at !== edit.at) };
  }
};

const yamlWith = (text: string, edit: AgentEdit): string => {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  const agents = document.get('agents');
  if (!isSeq(agents)) return text;
  if (edit.how === 'add') {
    // A list that is written on one line would hold the whole entry on it.
    if (agents.items.length === 0) agents.flow = false;
    agents.add(document.createNode(JSON.parse(JSON.stringify(edit.entry))));
  } else if (edit.how === 'key') document.setIn(['agents', edit.at, 'key'], edit.key);
  else agents.delete(edit.at);
  return document.toString({ lineWidth: 0 });
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A text that says the same in every other respect; undefined where YAML cannot be changed so. */
const textWith = (text: string, path: string, content: AgentFileContent, edit: AgentEdit) => {
  if (!isYaml(path)) return `${JSON.stringify(content, null, 2)}\n`;
  try {
    const made = yamlWith(text, edit);
    // An entry may stand for parts of others; they are not to change with it.
    return isDeepStrictEqual(plain(agentsInText(made, path)), plain(content)) ? made : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The text with one agent changed.
 * @throws {UsageError} when what comes out would be wrong, or would change something else.
 */
export const editedText = (text: string, path: string, edit: AgentEdit): string => {
  const content = edited(agentsInText(text, path), edit);
  const made = textWith(text, path, content, edit);
  if (made === undefined)
    throw new UsageError(
      `${path} cannot be changed here without changing something else in it: entries refer to one another. Change the entry of the agent by hand; a server that runs takes it up within a second.`,
    );
  agentsInText(made, path);
  return made;
};
