import { expect } from 'chai';
import * as vscode from 'vscode';
import { isNodeHost } from '../hostApi';
import { extension, setSources } from '../workspace';
import { growth, measure, type Resources } from './resources';
import { SURFACES, type Surface } from './surfaces';

/** Whether the long run was asked for. */
const isSoak = isNodeHost && process.env['ARCHIVE_ANSWERS_SOAK'] === '1';
/** Cycles before the first measurement: caches fill, code is compiled. */
const WARM_UP = isSoak ? 50 : 10;
const CYCLES = isSoak ? 500 : 50;
/**
 * By how much the heap may grow with each cycle, in bytes. VS Code itself keeps some 2,500 of each webview; in a short run,
 * what is loaded late weighs more.
 */
const BYTES = isSoak ? 4_000 : 100_000;

/** Runs the cycles of a surface. Returns what it has left behind, in words. */
async function leaksOf({ name, cycle, begin, end }: Surface): Promise<readonly string[]> {
  await begin?.();
  for (let at = 0; at < WARM_UP; at += 1) await cycle(at);
  const before = await measure();
  for (let at = WARM_UP; at < CYCLES; at += 1) await cycle(at);
  const after = await measure();
  tell(name, before, after);
  const leaks = growth(before, after, CYCLES - WARM_UP, BYTES);
  await end?.();
  return leaks;
}

/** One line of the table of all surfaces. */
function tell(name: string, before: Resources, after: Resources): void {
  const bytes = Math.round((after.heap - before.heap) / (CYCLES - WARM_UP));
  const change = (what: 'listeners' | 'timers' | 'tabs'): string =>
    `${what} ${String(before[what])} → ${String(after[what])}`;
  const megabytes = `${(before.heap / 1e6).toFixed(2)} → ${(after.heap / 1e6).toFixed(2)} MB`;
  const line = [change('listeners'), change('timers'), change('tabs'), `heap ${megabytes}`].join(', ');
  console.log(`[test] [leaks] ${name.padEnd(12)} ${line} (${String(bytes)} bytes a cycle)`);
}

describe(`after ${String(CYCLES)} cycles of opening and closing`, () => {
  before(async () => {
    await extension().activate();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await setSources(undefined);
  });

  for (const surface of SURFACES) {
    it(`nothing is left of ${surface.name}`, async function () {
      this.timeout(isSoak ? 1_800_000 : 300_000);
      expect(await leaksOf(surface)).to.deep.equal([]);
    });
  }

  it('a listener and a tab that are left would be noticed', async function () {
    this.timeout(120_000);
    const left: { readonly dispose: () => unknown }[] = [];
    const emitter = new vscode.EventEmitter<void>();
    const kept: string[][] = [];
    const before = await measure();
    for (let at = 0; at < 10; at += 1) {
      left.push(emitter.event(() => undefined));
      left.push(vscode.window.onDidChangeActiveTextEditor(() => undefined));
      left.push(vscode.window.createQuickPick());
      kept.push(
        Array.from({ length: 5_000 }, (_, index) => `an entry of many words ${String(index)} ${String(at)}`),
      );
    }
    const leaks = growth(before, await measure(), 10, BYTES);
    for (const disposable of left) disposable.dispose();
    emitter.dispose();
    expect(kept).to.have.length(10);
    expect(leaks.slice(0, 3)).to.have.members([
      'EventEmitter +10',
      'window.onDidChangeActiveTextEditor +10',
      'window.createQuickPick +10',
    ]);
    expect(leaks.some((line) => line.startsWith('heap +'))).to.equal(isNodeHost);
    expect(growth(before, await measure(), 10, Infinity)).to.deep.equal([]);
  });
});
