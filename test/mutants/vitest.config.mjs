// The unit tests of one room, for the mutants of that room: scripts/mutants.mjs says which.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: (process.env['MUTANTS_TESTS'] ?? 'test/unit/**/*.test.ts').split(',') },
});
