// How the tests run: every *.test.ts under test/, those that take long by themselves, without internet and without global state.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

// Nothing that a test keeps may reach, or come from, the state of whoever runs it.
const state = mkdtempSync(join(tmpdir(), 'do-mcp-state-'));
process.on('exit', () => rmSync(state, { recursive: true, force: true }));

/** `npm run test:long`: thousands of calls, and programs that are killed, restarted and kept waiting. */
const isLong = process.env['TESTS'] === 'long';

export default defineConfig({
  test: {
    include: [isLong ? 'test/**/*.long.test.ts' : 'test/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      // A run of mutants keeps a copy of everything there.
      'test/mutation/.work/**',
      ...(isLong ? [] : ['test/**/*.long.test.ts']),
    ],
    environment: 'node',
    env: { XDG_STATE_HOME: state },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // No module of ours keeps state, so files may share them: loading the program anew for each file took half the time.
    pool: 'threads',
    isolate: false,
    // vitest leaves one core alone by default; on two cores that halves the speed, and many tests wait for sockets.
    maxWorkers: '100%',
  },
});
