// Makes the table of names from two files of facts: `npm run facts -- symbols.json symbols-more.json`. Writes
// data/symbols.json and data/attributeTypes.json; docs/code.md says what is in them. Nothing is written if the new table
// lacks something that the present one has, unless `--replace` is given.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attributeTypes } from './facts/attributeTypes.mjs';
import { lostFacts } from './facts/lostFacts.mjs';
import { symbolFacts } from './facts/symbolFacts.mjs';

const root = join(import.meta.dirname, '..');
const symbolsFile = join(root, 'data', 'symbols.json');
const typesFile = join(root, 'data', 'attributeTypes.json');
/** Lost facts that are listed. */
const MAX_LISTED = 20;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { replace: { type: 'boolean', default: false } },
});
const [factsFile, moreFile, ...others] = positionals;
if (factsFile === undefined || moreFile === undefined || others.length > 0) {
  console.error('Usage: npm run facts -- [--replace] FACTS.json MORE.json');
  process.exit(2);
}
const facts = /** @type {import('./facts/factFiles.mjs').NameFacts} */ (readJson(factsFile));
const more = /** @type {import('./facts/factFiles.mjs').MoreFacts} */ (readJson(moreFile));
const table = symbolFacts(facts, more);
const lost = existsSync(symbolsFile) ? lostFacts(/** @type {object} */ (readJson(symbolsFile)), table) : [];
if (lost.length > 0) {
  console.error(`${String(lost.length)} facts of the present table are not in the new one:`);
  for (const fact of lost.slice(0, MAX_LISTED)) console.error(`  ${fact}`);
  if (!values.replace) process.exit(1);
}
writeJson(symbolsFile, table);
writeJson(typesFile, attributeTypes(facts, more));

/**
 * @param {string} path
 * @returns {unknown}
 */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * One word list a line, without the indentation: a tenth of the file.
 *
 * @param {string} path
 * @param {object} content
 */
function writeJson(path, content) {
  writeFileSync(path, `${JSON.stringify(content, null, 1).replace(/^ +/gm, '')}\n`);
}
