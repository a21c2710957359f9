// Renews the tables of docs/dependencies.md from what is bundled and installed: `npm run dependencies`. The reasons are
// written by hand; it fails while a package has none.
import { readFileSync, writeFileSync } from 'node:fs';
import { PAGE, renewPage } from './dependencies/page.mjs';

const { text, withoutReason } = await renewPage(readFileSync(PAGE, 'utf8'));
writeFileSync(PAGE, text);
if (withoutReason.length > 0) {
  console.error(`Say in docs/dependencies.md what these do here: ${withoutReason.join(', ')}`);
  process.exitCode = 1;
}
