import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

export const ROOT = join(import.meta.dirname, '..', '..');
/** The folder for what test runs produce: reports, bundles, screenshots. */
export const OUT = join(ROOT, '.test-out');
