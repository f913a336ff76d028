// Runs the program from its sources and, when its parent says so, tells which functions ran since it last said so.
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EnteredFile, EnteredFunction } from './entered.ts';

const [root = '', ...words] = process.argv.slice(2);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

const ours = ['scope-map', 'tools', 'src'].map((room) => pathToFileURL(join(root, room)).href);

/** Sources as V8 has them, whose places the coverage names. */
const sources = new Map<string, string>();
session.on('Debugger.scriptParsed', ({ params: { scriptId, url } }) => {
  if (!ours.some((room) => url.startsWith(`${room}/`))) return;
  void session
    .post('Debugger.getScriptSource', { scriptId })
    .then(({ scriptSource }) => sources.set(url, scriptSource));
});
await session.post('Debugger.enable');

/** The loader wraps functions to keep their names, which then stand behind them. */
const nameOf = (given: string, source: string, end: number): string =>
  given || (/^,\s*"([^"]+)"\)/.exec(source.slice(end, end + 200))?.[1] ?? '');

const entered = async (): Promise<readonly EnteredFile[]> => {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result.flatMap(({ url, functions }) => {
    if (!ours.some((room) => url.startsWith(`${room}/`))) return [];
    const source = sources.get(url) ?? readFileSync(new URL(url), 'utf8');
    const called = functions.flatMap(({ functionName, ranges: [range] }): EnteredFunction[] =>
      range &&
      range.count > 0 &&
      functionName !== '__name' &&
      !(range.startOffset === 0 && range.endOffset >= source.length - 1)
        ? [
            {
              name: nameOf(functionName, source, range.endOffset),
              text: source.slice(range.startOffset, range.endOffset),
            },
          ]
        : [],
    );
    const path = url.slice(pathToFileURL(`${root}/`).href.length);
    return called.length > 0 ? [{ path, source, functions: called }] : [];
  });
};

process.on('message', () => {
  void entered().then((files) => process.send?.(files));
});

const { main } = await import(pathToFileURL(join(root, 'src', 'main.ts')).href);
const code = await main(words, process.env);
if (code !== undefined) process.exit(code);
