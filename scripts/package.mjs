// Packages dist/, the archive and the documentation into archive-answers.vsix. Fails when the packaging tool warns.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..');
const vsce = fileURLToPath(import.meta.resolve('@vscode/vsce/vsce'));
const result = spawnSync(
  process.execPath,
  [
    vsce,
    'package',
    '--no-dependencies',
    '--no-rewrite-relative-links',
    '--allow-missing-repository',
    '--out',
    'archive-answers.vsix',
  ],
  { cwd: root, encoding: 'utf8' },
);
process.stdout.write(result.stdout);
process.stderr.write(result.stderr);
if (result.status !== 0) process.exit(result.status ?? 1);
if (/\bWARN/i.test(result.stdout + result.stderr)) {
  process.stderr.write('Packaging printed a warning (above); a package has none.\n');
  process.exit(1);
}
