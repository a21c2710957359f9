// Packages the companion extension in welcome/ into the .vsix file that the argument names.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { createVSIX } from '@vscode/vsce';

const [packagePath = ''] = process.argv.slice(2);
await mkdir(dirname(packagePath), { recursive: true });
await createVSIX({
  cwd: join(import.meta.dirname, 'welcome'),
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  skipLicense: true,
});
