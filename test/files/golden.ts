import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Whether to write the expected texts anew; look at each by eye before keeping it. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

/** Compares a text with the file that holds what is expected. A missing file is written, but in CI it fails. */
export function expectGolden(text: string, file: string): void {
  if (UPDATE || (!existsSync(file) && process.env['CI'] === undefined)) writeFileSync(file, text);
  expect(existsSync(file), `${file} is missing: run with UPDATE_GOLDEN=1`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
}
