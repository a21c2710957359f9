import { join } from 'node:path';
import { benchConfidence } from './confidence/main';
import { benchDocuments } from './documents';
import { benchErrors } from './errors';
import { benchHovers } from './hovers';
import { benchMembers } from './members';
import { benchPanel } from './panel';
import { benchPyright } from './pyright';
import { benchPython } from './python';
import { benchSearch } from './search';

const BENCHES: Readonly<Record<string, (root: string) => AsyncIterable<string>>> = {
  confidence: benchConfidence,
  documents: benchDocuments,
  errors: benchErrors,
  hovers: benchHovers,
  members: benchMembers,
  panel: benchPanel,
  pyright: benchPyright,
  python: benchPython,
  search: benchSearch,
};

const [, , name = '', root = join(import.meta.dirname, '..', '..')] = process.argv;
const bench = BENCHES[name];
if (bench === undefined) {
  process.stderr.write(`There is no bench "${name}". There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  for await (const line of bench(root)) process.stdout.write(`${line}\n`);
}
