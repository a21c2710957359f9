import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

export const ROOT = join(import.meta.dirname, '..', '..');
/** Where test runs leave what they make: reports, bundles, pictures. */
export const OUT = join(ROOT, '.test-out');
