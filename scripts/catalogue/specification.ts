// Reads an OpenAPI document from a file or an address: JSON or YAML, in one piece or in many files that refer to each other.
import { readFile, stat } from 'node:fs/promises';
import { parse } from 'yaml';
import { isObject } from './document.ts';

/** DigitalOcean's document has two million bytes in one piece; what is ten times as long is something else. */
const largest = 20 * 1024 * 1024;

/** Whether a source is an address and not a file. */
export const isAddress = (source: string): boolean => /^https?:\/\//.test(source);

const download = async (address: string): Promise<string> => {
  const reply = await fetch(address, { signal: AbortSignal.timeout(60_000) });
  if (!reply.ok) throw new Error(`${address} answered ${reply.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of reply.body ?? []) {
    size += chunk.byteLength;
    if (size > largest) throw new Error(`${address} is larger than ${largest} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/**
 * The text at a file's path or an http(s) address.
 * @throws {Error} when it cannot be read, or is too large.
 */
export const readText = async (source: string): Promise<string> => {
  if (isAddress(source)) return download(source);
  const { size } = await stat(source);
  if (size > largest) throw new Error(`${source} is larger than ${largest} bytes`);
  return readFile(source, 'utf8');
};

/** Parses JSON, and YAML where it is none. */
export const parseText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return parse(text);
  }
};

const refersToFiles = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(refersToFiles);
  if (!isObject(value)) return false;
  const { $ref } = value;
  return (
    (typeof $ref === 'string' && !$ref.startsWith('#')) || Object.values(value).some(refersToFiles)
  );
};

/**
 * The parsed document in one piece. Files that it refers to are read from its own folder; from an address only when
 * `follow` says so, and then only from below the document's own address.
 * @throws {Error} when something cannot be read, or lies elsewhere.
 */
export const readSpecification = async (
  source: string,
  { follow = false }: { readonly follow?: boolean } = {},
): Promise<unknown> => {
  const text = await readText(source);
  const content = parseText(text);
  if (!refersToFiles(content)) return content;
  if (isAddress(source) && !follow)
    throw new Error(
      `${source} refers to other files, and none is fetched unasked: add --follow, or download them all and name the file here`,
    );
  // The bundler is heavy, and most documents come in one piece.
  const { bundleFiles } = await import('./bundle.ts');
  return bundleFiles(source, text, readText);
};
