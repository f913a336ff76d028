// The tests that judge mutants: those of the part that is mutated, one file after another in one worker.
import { defineConfig } from 'vitest/config';

const folders = (process.env['MUTATION_TESTS'] ?? 'test').split(',');

export default defineConfig({
  test: {
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    exclude: ['**/node_modules/**', '**/*redis*.test.ts', '**/chaos.test.ts', '**/many.test.ts'],
    environment: 'node',
    // Instrumented programs are slow, and a mutant that hangs is ended by the runner.
    testTimeout: 240_000,
  },
});
