// The words by which a tool is known, as the terms that the finder compares.
import { areas } from '../../scope-map/areas.ts';
import { loadAsked } from '../../scope-map/asked.ts';
import { createTermReader } from '../../tools/find/words.ts';
import type { Tool } from '../../tools/tool/tool.ts';

/** Tells how a tool is known. */
export interface Vocabulary {
  /** The terms of a text. */
  readonly read: (text: string) => readonly string[];
  /** The terms by which a tool is known: its names, what it can be told to do, and requests for it. */
  readonly of: (tool: Tool) => ReadonlySet<string>;
  /** Whether a term names a kind of thing, such as a Droplet, and not only something about one. */
  readonly isThing: (term: string) => boolean;
}

/** Made once for a search; reads the requests of every area. */
export const createVocabulary = async (): Promise<Vocabulary> => {
  const asked = await loadAsked();
  const read = createTermReader();
  const known = new Map<Tool, ReadonlySet<string>>();
  const things = new Set(Object.values(areas).flatMap(({ title }) => [...read(title)]));
  return {
    read,
    isThing: (term) => things.has(term),
    of: (tool) => {
      const before = known.get(tool);
      if (before) return before;
      const { endpoint, title, name, inputSchema } = tool;
      const deeds = inputSchema.properties['type']?.enum ?? [];
      const texts = [
        title,
        name,
        endpoint.area,
        areas[endpoint.area].title,
        ...(asked[endpoint.id]?.asked ?? []),
        ...deeds.map(String),
      ];
      const terms = new Set(texts.flatMap((text) => [...read(text)]));
      known.set(tool, terms);
      return terms;
    },
  };
};
