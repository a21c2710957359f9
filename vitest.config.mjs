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
      // Not isolated: a worker loads the modules once for all files, which takes a quarter of the time.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false, testTimeout: 60_000 } },
      // Generated and very large inputs.
      { test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'], isolate: false, testTimeout: 120_000 } },
      // How the time of each reader grows with its input, in processor time.
      {
        test: {
          name: 'growth',
          include: ['test/growth/**/*.test.ts'],
          fileParallelism: false,
          isolate: false,
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'files',
          include: ['test/files/**/*.test.ts'],
          isolate: false,
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
          // Enough for a machine that is busy with other work; no test waits for time to pass.
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000, interval: 50 } },
        },
      },
    ],
  },
});
