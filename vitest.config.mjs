import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Modules of the panel import VS Code's API; its tests in a plain browser replace the little they use. */
const vscodeStandIn = {
  name: 'vscode-stand-in',
  resolveId: (/** @type {string} */ id) =>
    id === 'vscode' ? join(import.meta.dirname, 'test', 'page', 'vscodeStandIn.ts') : undefined,
};

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      {
        test: {
          name: 'files',
          include: ['test/files/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [vscodeStandIn],
        test: {
          name: 'page',
          include: ['test/page/**/*.test.ts'],
          // One worker runs all files and shares one browser.
          fileParallelism: false,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000, interval: 20 } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // One window at a time: each is a server, a browser and an extension host.
          fileParallelism: false,
          // A loaded machine can be too slow for one wait among hundreds; what fails twice is broken.
          retry: 1,
          testTimeout: 240_000,
          hookTimeout: 300_000,
          // A window may take seconds to show what a click brings.
          expect: { poll: { timeout: 15_000, interval: 100 } },
        },
      },
    ],
  },
});
