// Reads and writes the shapes: one operation or definition a line, so that a diff can be read.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shapes } from '../../../scope-map/shapes/shapes.ts';
import { isObject } from '../document.ts';

const sides = ['replies', 'requests'] as const;

/** The text of one side. */
export const shapesText = (side: Shapes[(typeof sides)[number]]): string => {
  const sections = Object.entries(side).map(([section, content]) => {
    const lines = isObject(content)
      ? Object.entries(content).map(
          ([name, one]) => `  ${JSON.stringify(name)}:${JSON.stringify(one)}`,
        )
      : undefined;
    const text = lines ? `{\n${lines.join(',\n')}\n}` : JSON.stringify(content);
    return ` ${JSON.stringify(section)}:${text}`;
  });
  return `{\n${sections.join(',\n')}\n}\n`;
};

/** What is on disk; undefined where nothing was distilled yet. */
export const readShapes = async (folder: string): Promise<Shapes | undefined> => {
  const [replies, requests] = await Promise.all(
    sides.map((side) => readFile(join(folder, `${side}.json`), 'utf8').catch(() => undefined)),
  );
  return replies === undefined || requests === undefined
    ? undefined
    : { replies: JSON.parse(replies), requests: JSON.parse(requests) };
};

/** Writes both files. */
export const writeShapes = async (folder: string, shapes: Shapes): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const side of sides) await writeFile(join(folder, `${side}.json`), shapesText(shapes[side]));
};
