#!/usr/bin/env node
/**
 * Replaces the VS Code executable where it is unavailable: takes VS Code's own arguments, as
 * `@vscode/test-electron` passes them, runs the tests in the host of this folder and ends with their exit code.
 */
import { launch } from './launch.mjs';
import { abortOnInterrupt } from './processes.mjs';

try {
  process.exitCode = await launch(process.argv.slice(2), { signal: abortOnInterrupt() });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
