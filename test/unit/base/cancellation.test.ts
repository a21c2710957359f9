import { describe, expect, it } from 'vitest';
import { LatestRun } from '../../../src/vscode/base/cancellation';

describe('LatestRun', () => {
  it('aborts a run when the next one starts', () => {
    const runs = new LatestRun();
    const first = runs.start();
    expect(first.aborted).toBe(false);
    const second = runs.start();
    expect([first.aborted, second.aborted]).toEqual([true, false]);
  });

  it('aborts the current run when it is cancelled', () => {
    const runs = new LatestRun();
    const run = runs.start();
    runs.cancel();
    expect(run.aborted).toBe(true);
    expect(runs.start().aborted).toBe(false);
  });
});
