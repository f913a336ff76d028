// What a call entered: files, functions, and the files that were entered for more than one reason.

/** A function that ran, with its text. */
export interface EnteredFunction {
  readonly name: string;
  readonly text: string;
}

/** A file of which something ran. */
export interface EnteredFile {
  /** From the project's folder. */
  readonly path: string;
  readonly source: string;
  readonly functions: readonly EnteredFunction[];
}

/** The names that a module exports, in the form in which the loader leaves it. */
const exportedNames = (source: string): ReadonlySet<string> => {
  const listed = [...source.matchAll(/export\s*\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().split(/\s+as\s+/)[0] ?? ''),
  );
  const declared = [
    ...source.matchAll(/export\s+(?:const|function|class|async function)\s+(\w+)/g),
  ];
  return new Set([...listed, ...declared.map(([, name = '']) => name)].filter(Boolean));
};

const mentions = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);

/**
 * The reasons for which a file was entered, as far as its text tells: exported functions that ran and that no other
 * function of the file that ran leads to. One reason is what a file is for; with two, a call came by twice.
 */
export const reasonsFor = ({ source, functions }: EnteredFile): readonly string[] => {
  const exported = exportedNames(source);
  const ran = functions.filter(({ name }) => exported.has(name));
  return [...new Set(ran.map(({ name }) => name))].filter(
    (name) => !functions.some((other) => other.name !== name && mentions(other.text, name)),
  );
};
