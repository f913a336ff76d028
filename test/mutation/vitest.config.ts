// The tests that judge mutants: those of the part that is mutated, one file after another in one worker.
import { defineConfig } from 'vitest/config';

const places = (process.env['MUTATION_TESTS'] ?? 'test').split(',');

export default defineConfig({
  test: {
    include: places.flatMap((place) => [`${place}/**/*.test.ts`, `${place}*.test.ts`]),
    // What takes long is left to npm test: here it would run for every change.
    exclude: ['**/node_modules/**', '**/*redis*.test.ts', '**/{chaos,many,table,*-linear}.test.ts'],
    environment: 'node',
    // Instrumented programs are slow, and a mutant that hangs is ended by the runner.
    testTimeout: 240_000,
  },
});
