// Reads the header by which a request asks for less than its caller may: `DO-MCP-Only: droplets_list, area:domains, read`.
import { areaNames } from '../../scope-map/areas.ts';
import { shortened } from '../../tools/cut-text.ts';
import { visible } from '../../tools/invisible/visible.ts';
import { nearest } from '../../tools/nearest.ts';
import { nearestTool } from '../../tools/nearest-tool.ts';
import { veil } from '../../tools/secrets/veil.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import { Narrowing } from '../guard/narrowing.ts';
import { Refusal } from './refusal.ts';

/** Its name, as it is looked up. */
export const narrowingHeader = 'do-mcp-only';

/** Characters and words that it may have; a list that is longer belongs into a policy. */
const longest = 4_096;
const mostWords = 200;

/** Headers that are kept ready: an agent sends the same one with every request. */
const mostKept = 64;

const refused = (message: string): Refusal =>
  new Refusal({
    status: 400,
    reason: 'narrowing',
    message: `DO-MCP-Only: ${message} It takes names of tools, area:<name> and read, with commas between them. Nothing was done.`,
  });

const unknownWord = (word: string, meant: string | undefined): Refusal =>
  refused(
    `there is no "${shortened(visible(veil(word)), 64)}".${meant ? ` Did you mean ${meant}?` : ''}`,
  );

const areaMark = 'area:';

type Box = Pick<ToolBox, 'names' | 'outlines'>;

const toolsMeant = (word: string, { names, outlines }: Box): readonly string[] | Refusal => {
  if (word.startsWith(areaMark)) {
    const name = word.slice(areaMark.length);
    const area = areaNames.find((one) => one === name);
    if (area) return outlines.filter((one) => one.area === area).map((one) => one.name);
    const near = nearest(name, areaNames);
    return unknownWord(word, near && `${areaMark}${near}`);
  }
  const current = names.get(word);
  return current === undefined ? unknownWord(word, nearestTool(word, names.keys())) : [current];
};

const read = (text: string, box: Box): Narrowing | Refusal => {
  if (text.length > longest) return refused(`it has more than ${longest} characters.`);
  const words = text.split(',').map((word) => word.trim());
  if (words.length > mostWords) return refused(`it has more than ${mostWords} words.`);
  const tools = new Set<string>();
  let readOnly = false;
  let names = false;
  for (const word of words) {
    if (word === '') return refused('a word is missing.');
    if (word === 'read') {
      readOnly = true;
      continue;
    }
    const meant = toolsMeant(word, box);
    if (meant instanceof Refusal) return meant;
    names = true;
    for (const name of meant) tools.add(name);
  }
  return new Narrowing({ tools: names ? tools : null, readOnly });
};

/** Reads such headers; what was read is kept. */
export const createNarrowings = (box: Box): ((text: string) => Narrowing | Refusal) => {
  const kept = new Map<string, Narrowing>();
  return (text) => {
    const known = kept.get(text);
    if (known) return known;
    const narrowing = read(text, box);
    if (narrowing instanceof Refusal) return narrowing;
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(text, narrowing);
    return narrowing;
  };
};
