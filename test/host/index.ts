/** The tests that run inside an extension host, Node's or the web worker's: the same bundle in both. */
import 'mocha/mocha.js';
import { backgroundTests } from './background';
import { countLive, isNodeHost } from './hostApi';
import { observeHost } from './hostObserver';

/** Lines of the test run start with this, so that they can be told from what else the host prints. */
const LINE = '[test] ';

/** Called by VS Code; rejects when a test failed. */
export async function run(): Promise<void> {
  const observed = observeHost();
  countLive();
  // Mocha's browser build names its class on the global object.
  const { Mocha: MochaClass } = globalThis as unknown as { readonly Mocha: typeof Mocha };
  const reporter = report as unknown as Mocha.ReporterConstructor;
  const mocha = new MochaClass({ ui: 'bdd', reporter, timeout: 30_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./files.test');
  await import('./libraryService.test');
  await import('./hover.test');
  await import('./keys.test');
  await import('./search.test');
  await import('./settings.test');
  await import('./fileEntries.test');
  await import('./versions.test');
  await import('./interpreters.test');
  await import('./errors.test');
  await import('./corrections.test');
  await import('./addArchive.test');
  await import('./manageArchives.test');
  await import('./statusBar.test');
  await import('./sharedValues.test');
  await import('./sidebar.test');
  await import('./sidebarFilter.test');
  await import('./sidebarTree.test');
  await import('./sidebarMarks.test');
  await import('./sidebarLists.test');
  await import('./firstContact.test');
  await import('./extension.test');
  await import('./faults/commands.test');
  await import('./faults/disposal.test');
  await import('./faults/files.test');
  await import('./faults/links.test');
  await import('./faults/panel.test');
  await import('./faults/settings.test');
  // Only Node tells of timers and of its heap.
  if (isNodeHost) await import('./leaks/leaks.test');
  backgroundTests(observed);
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${String(failures)} tests failed.`));
    });
  });
}

/** Prints a line a test, and the counts as JSON at the end: an extension host has no terminal. Mocha calls it with `new`. */
function report(runner: Mocha.Runner): void {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  runner.on('pass', (test) => {
    counts.passed += 1;
    print(`✓ ${test.fullTitle()}`);
  });
  runner.on('fail', (test, error: Error) => {
    counts.failed += 1;
    print(`✗ ${test.fullTitle()}\n${error.stack ?? error.message}`);
  });
  runner.on('pending', (test) => {
    counts.skipped += 1;
    print(`- ${test.fullTitle()} (skipped)`);
  });
  runner.on('end', () => {
    print(`RESULT ${JSON.stringify(counts)}`);
  });
}

function print(text: string): void {
  for (const line of text.split('\n')) console.log(LINE + line);
}
