#!/usr/bin/env node
// Starts do-mcp from V8's code cache, so that no start compiles what an earlier one compiled already.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const build = 'BUILD_ID';
const entry = 'ENTRY_CHUNK';
// V8 compares only the length of the source, hence the build's own hash in the name.
const cacheOf = (pack) =>
  join(__dirname, `${pack}-${build}-${process.versions.v8}-${process.arch}.cache`);

const readCache = (pack) => {
  try {
    return readFileSync(cacheOf(pack));
  } catch {
    return undefined;
  }
};

/** Compiles a pack. It is plain ASCII (esbuild escapes the rest), which Latin-1 reads several times faster than UTF-8. */
const compile = (pack) => {
  const filename = join(__dirname, `${pack}.cjs`);
  const cachedData = readCache(pack);
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
  return { pack, script, cached: cachedData !== undefined && !script.cachedDataRejected };
};

/** Runs the program's first chunk. `compiled` grows by the second pack once something asks for a chunk of it. */
const load = () => {
  const compiled = [compile('main')];
  const bodies = compiled[0].script.runInThisContext();
  const modules = new Map();
  const requireChunk = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    // Chunks end in .js; everything else is Node's own or a library in a file beside this one.
    if (!name.startsWith('./') || !name.endsWith('.js')) return require(name);
    if (bodies[name] === undefined && compiled.length === 1) {
      compiled.push(compile('later'));
      Object.assign(bodies, compiled[1].script.runInThisContext());
    }
    const chunk = { exports: {} };
    modules.set(name, chunk);
    bodies[name](requireChunk, chunk, chunk.exports);
    return chunk.exports;
  };
  return { main: requireChunk(entry).main, compiled };
};

/** Writes under another name first: a reader must never meet half a cache. */
const writeCache = ({ pack, script }) => {
  const { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } = require('node:fs');
  const unfinished = `${cacheOf(pack)}.${process.pid}`;
  try {
    const data = script.createCachedData();
    const handle = openSync(unfinished, 'wx');
    try {
      for (let done = 0; done < data.length; ) done += writeSync(handle, data, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, cacheOf(pack));
    return true;
  } catch {
    // A folder that cannot be written to, a full disk: the next start is slower, nothing else.
    rmSync(unfinished, { force: true });
    return false;
  }
};

/** Writes the caches that are missing; says whether all of them are there now. */
const writeCodeCache = (compiled) =>
  compiled.filter(({ cached }) => !cached).every((one) => writeCache(one));

/** A list of tools is tens of kilobytes: once one went out, all that a start needs has been compiled. */
const listed = () => (process.stdout.bytesWritten ?? 0) > 16_384;

const keepCacheOnceListed = (compiled) => {
  let timer;
  const keep = () => {
    if (!listed()) return;
    clearInterval(timer);
    process.off('exit', keep);
    writeCodeCache(compiled);
  };
  timer = setInterval(keep, 2_000);
  timer.unref();
  process.on('exit', keep);
};

/**
 * Runs a command line of do-mcp.
 *
 * @param {readonly string[]} args Arguments after the program's name.
 * @param {NodeJS.ProcessEnv} env
 */
const start = async (args, env) => {
  const { main, compiled } = load();
  // Flags of Node's own change what V8 accepts; a cache made under them would fit no ordinary start.
  const plain = process.execArgv.length === 0 && !env.NODE_OPTIONS;
  if (!compiled[0].cached && args[0] !== 'http' && plain) keepCacheOnceListed(compiled);
  const code = await main(args, env);
  if (typeof code === 'number') process.exitCode = code;
};

module.exports = { start, load, writeCodeCache };

if (require.main === module) {
  start(process.argv.slice(2), process.env).catch((error) => {
    process.stderr.write(`do-mcp: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
