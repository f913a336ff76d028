// What recording adds: processor time of a read, time of a change.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Row } from './row.ts';

const barOfRead = 0.015;
const barOfChange = 1;

const root = fileURLToPath(new URL('..', import.meta.url));

interface Measured {
  readonly read: number;
  readonly change: number;
  readonly slowChange: number;
}

/** The recorder alone, built as it is delivered: what runs TypeScript as it is gives every function a name anew. */
const measure = async (): Promise<Measured> => {
  const outfile = `${root}node_modules/.recording.mjs`;
  await build({
    entryPoints: [`${root}bench/recording/alone.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  try {
    return JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8' }));
  } finally {
    rmSync(outfile);
  }
};

/** Measures the recorder alone, fed with real calls. */
export const measureRecording = async (): Promise<readonly Row[]> => {
  const { read, change, slowChange } = await measure();
  return [
    {
      what: 'recording adds to a read, processor time, lines written in batches',
      bar: `≤ ${barOfRead} ms`,
      measured: `${read.toFixed(4)} ms (least of six turns)`,
      ok: read <= barOfRead,
    },
    {
      what: 'recording adds to a change, both lines and heads, without fsync',
      bar: `≤ ${barOfChange} ms`,
      measured: `${change.toFixed(3)} ms, p95 ${slowChange.toFixed(3)} ms`,
      ok: change <= barOfChange,
    },
  ];
};
