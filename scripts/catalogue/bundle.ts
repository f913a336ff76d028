// Joins a specification of many files into one document, with the bundler that DigitalOcean itself uses.
import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { BaseResolver, bundle, createConfig, Source } from '@redocly/openapi-core';

/** DigitalOcean's specification has about three thousand files and ten million bytes. */
const bounds = { files: 20_000, bytes: 200 * 1024 * 1024 };

const isAddress = (source: string): boolean => /^[a-z][a-z+.-]*:\/\//i.test(source);

/** Whether a file or address lies in the folder of the document, whatever links and dots lead there. */
const liesBelow = async (root: string, reference: string): Promise<boolean> => {
  if (isAddress(root)) return new URL(reference).href.startsWith(new URL('.', root).href);
  if (isAddress(reference)) return false;
  const way = relative(await realpath(dirname(root)), await realpath(reference));
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
};

/** Hands the bundler nothing but what lies in the document's own folder, and no more than the bounds. */
class OwnFolder extends BaseResolver {
  readonly #root: string;
  readonly #rootText: string;
  readonly #read: (source: string) => Promise<string>;
  #files = 0;
  #bytes = 0;

  constructor(root: string, rootText: string, read: (source: string) => Promise<string>) {
    super();
    this.#root = root;
    this.#rootText = rootText;
    this.#read = read;
  }

  override async loadExternalRef(reference: string): Promise<Source> {
    if (reference === this.#root) return new Source(reference, this.#rootText);
    if (!(await liesBelow(this.#root, reference)))
      throw new Error(`${reference} lies outside the folder of the document, so it is not read`);
    this.#files += 1;
    if (this.#files > bounds.files) throw new Error(`more than ${bounds.files} files`);
    const text = (await this.#read(reference)).replaceAll('\r\n', '\n');
    this.#bytes += text.length;
    if (this.#bytes > bounds.bytes) throw new Error(`files of more than ${bounds.bytes} bytes`);
    return new Source(reference, text);
  }
}

/**
 * One document without references to files; schemas keep the names of their files.
 * @param source Path or address of the document that refers to the others.
 * @param text Its text, which is not read again.
 * @param read Reads each other file.
 * @throws {Error} when a reference leads nowhere or out of the document's folder.
 */
export const bundleFiles = async (
  source: string,
  text: string,
  read: (source: string) => Promise<string>,
): Promise<unknown> => {
  const root = isAddress(source) ? source : resolve(source);
  const result = await bundle({
    ref: root,
    config: await createConfig({}),
    externalRefResolver: new OwnFolder(root, text, read),
  });
  const errors = result.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const told = errors.slice(0, 5).map(({ message }) => message);
    throw new Error(`${source} cannot be joined into one document:\n${told.join('\n')}`);
  }
  return result.bundle.parsed;
};
