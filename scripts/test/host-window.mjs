// Opens a window that runs a bundle of tests: node host-window.mjs <node|web> <bundle>
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { ROOT } from './out.mjs';

const [kind, bundle = ''] = process.argv.slice(2);

// Hundreds of commands with wrong arguments, and surfaces opened and closed fifty times, on a machine that may be busy.
process.env['ARCHIVE_ANSWERS_HOST_SECONDS'] ??= '1200';

// Failures have been printed already: only the exit code is left.
process.exitCode = await runTests({
  vscodeExecutablePath: join(
    ROOT,
    'scripts',
    'host',
    process.platform === 'win32' ? 'launcher.cmd' : 'launcher.mjs',
  ),
  extensionDevelopmentPath: ROOT,
  extensionTestsPath: bundle,
  launchArgs: [join(ROOT, 'test', 'fixtures'), ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : [])],
}).catch(() => 1);
