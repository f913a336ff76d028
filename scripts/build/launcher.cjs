#!/usr/bin/env node
// Starts do-mcp from V8's code cache, so that no start compiles what an earlier one compiled already.
// What stands here must be read by every Node.js since 12: hosts start the oldest that is installed.
'use strict';
/** @type {(running: string, range: string) => string | undefined} */
const nodeComplaint = 'NODE_COMPLAINT';
const complaint = nodeComplaint(process.versions.node, 'NODE_RANGE');
if (complaint !== undefined) {
  process.stderr.write(`do-mcp: ${complaint}\n`);
  process.exit(2);
}
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const build = 'BUILD_ID';
const entry = 'ENTRY_CHUNK';
// V8 compares only the length of the source, hence the build's own hash in the name.
const cacheFile = join(__dirname, `main-${build}-${process.versions.v8}-${process.arch}.cache`);

const readCache = () => {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
};

/** Compiles a pack. It is plain ASCII (esbuild escapes the rest), which Latin-1 reads several times faster than UTF-8. */
const compile = (pack, cachedData) => {
  const filename = join(__dirname, pack);
  return new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
};

/** Runs the program's first chunk; every other pack is read once something asks for a chunk of it. */
const load = () => {
  const cachedData = readCache();
  const script = compile('main.cjs', cachedData);
  const bodies = script.runInThisContext();
  const modules = new Map();
  let complete = false;
  const requireChunk = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    // Chunks end in .js; everything else is Node's own or a library in a file beside this one.
    if (!name.startsWith('./') || !name.endsWith('.js')) return require(name);
    if (bodies[name] === undefined && bodies.packs[name] !== undefined) {
      Object.assign(bodies, compile(bodies.packs[name]).runInThisContext(), {
        packs: bodies.packs,
      });
    }
    if (bodies[name] === undefined && !complete) {
      complete = true;
      Object.assign(bodies, compile('later.cjs').runInThisContext(), { packs: bodies.packs });
    }
    const body = bodies[name];
    if (body === undefined) {
      throw new Error('The program was built anew while it was running. Start it again.');
    }
    const chunk = { exports: {} };
    modules.set(name, chunk);
    body(requireChunk, chunk, chunk.exports);
    return chunk.exports;
  };
  const cached = cachedData !== undefined && !script.cachedDataRejected;
  return { main: requireChunk(entry).main, script, cached };
};

/** Writes under another name first: a reader must never meet half a cache. */
const writeCodeCache = (script) => {
  const { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } = require('node:fs');
  const unfinished = `${cacheFile}.${process.pid}`;
  try {
    const data = script.createCachedData();
    const handle = openSync(unfinished, 'wx');
    try {
      for (let done = 0; done < data.length; ) done += writeSync(handle, data, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, cacheFile);
    return true;
  } catch {
    // A folder that cannot be written to, a full disk: the next start is slower, nothing else.
    rmSync(unfinished, { force: true });
    return false;
  }
};

/** A list of tools is tens of kilobytes: once one went out, all that a start needs has been compiled. */
const listed = () => process.stdout.bytesWritten > 16384;

const keepCacheOnceListed = (script) => {
  let timer;
  const keep = () => {
    if (!listed()) return;
    clearInterval(timer);
    process.off('exit', keep);
    writeCodeCache(script);
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
  const { main, script, cached } = load();
  // Flags of Node's own change what V8 accepts; a cache made under them would fit no ordinary start.
  const plain = process.execArgv.length === 0 && !env.NODE_OPTIONS;
  if (!cached && args[0] !== 'http' && plain) keepCacheOnceListed(script);
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
