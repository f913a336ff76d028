// How a client would start or reach a server that stands in its file, its references to variables filled in.
import type { Environment } from '../configuration/environment.ts';
import type { ClientName } from './client.ts';
import type { Entry } from './entry.ts';

/** A start, or a call, as the client would do it. */
export interface Launch {
  readonly command: string | null;
  readonly args: readonly string[];
  /** What is added to the client's own environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly url: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Variables that are referred to and not set here: the client may know them from elsewhere. */
  readonly missing: readonly string[];
  /** What only the client can ask for, or keeps in a store of its own. */
  readonly asked: readonly string[];
}

// Each client's way of naming a variable; see the files in `table`.
const patterns: Readonly<Partial<Record<ClientName, RegExp>>> = {
  'claude-code': /\$\{(\w+)(?::-([^}]*))?\}/g,
  cursor: /\$\{env:(\w+)\}/g,
  vscode: /\$\{env:(\w+)\}/g,
  windsurf: /\$\{env:(\w+)\}/g,
  gemini: /\$\{?(\w+)\}?/g,
  continue: /\$\{\{\s*secrets\.(\w+)\s*\}\}/g,
  goose: /\$\{?(\w+)\}?/g,
};

const inputs = /\$\{input:([^}]+)\}/g;

/**
 * Fills in what an entry refers to.
 * @param environment of the client, as far as it is known.
 */
export const launchOf = (client: ClientName, entry: Entry, environment: Environment): Launch => {
  const missing = new Set<string>();
  const asked = new Set<string>();
  const fill = (text: string): string => {
    for (const [, id = ''] of text.matchAll(inputs)) asked.add(id);
    const pattern = patterns[client];
    if (!pattern) return text;
    return text.replaceAll(pattern, (_, name: string, fallback?: string) => {
      const value = environment[name] ?? (typeof fallback === 'string' ? fallback : undefined);
      if (value === undefined) missing.add(name);
      return value ?? '';
    });
  };
  const all = (map: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [key, fill(value)]));
  const handedOn = entry.handedOn.flatMap((name) => {
    const value = environment[name];
    if (value === undefined) missing.add(name);
    return value === undefined ? [] : [[name, value]];
  });
  const bearer =
    entry.bearerVariable === null
      ? {}
      : { Authorization: `Bearer ${environment[entry.bearerVariable] ?? ''}` };
  if (entry.bearerVariable !== null && environment[entry.bearerVariable] === undefined)
    missing.add(entry.bearerVariable);
  // goose puts variables into headers alone.
  const isPlain = client === 'goose';
  return {
    command: entry.command === null || isPlain ? entry.command : fill(entry.command),
    args: isPlain ? entry.args : entry.args.map(fill),
    env: { ...Object.fromEntries(handedOn), ...(isPlain ? entry.env : all(entry.env)) },
    url: entry.url === null ? null : fill(entry.url),
    headers: { ...all(entry.headers), ...bearer },
    missing: [...missing],
    asked: [...asked],
  };
};
