import { describe, expect, it } from 'vitest';
import { createYielder } from '../../../src/vscode/base/timeSlice';

/** Works for longer than a slice. */
function work(): void {
  const end = performance.now() + 10;
  while (performance.now() < end);
}

describe('a yielder', () => {
  it('lets those that share it take turns, with other work between any two of them', async () => {
    const maybeYield = createYielder();
    const order: string[] = [];
    let isBusy = true;
    const other = (): void => {
      order.push('-');
      if (isBusy) setImmediate(other);
    };
    setImmediate(other);
    const run = async (name: string): Promise<void> => {
      for (let turn = 0; turn < 3; turn += 1) {
        work();
        order.push(name);
        await maybeYield();
      }
    };
    await Promise.all([run('a'), run('b'), run('c')]);
    isBusy = false;
    const turns = order.join('').replace(/^abc/, '').replaceAll(/-+/g, '-');
    expect(turns).toMatch(/^-a-b-c-a-b-c-?$/);
  });

  it('does not yield within a slice', async () => {
    const maybeYield = createYielder();
    let hasYielded = false;
    setImmediate(() => {
      hasYielded = true;
    });
    await maybeYield();
    expect(hasYielded).toBe(false);
  });
});
