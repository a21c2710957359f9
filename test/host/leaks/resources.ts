import * as vscode from 'vscode';
import { isNodeHost, live } from '../hostApi';

/** What the extension host holds at one moment. */
export interface Resources {
  /** Listeners, and what was created or registered through the API, by where it came from. */
  readonly counts: ReadonlyMap<string, number>;
  readonly listeners: number;
  readonly tabs: number;
  readonly terminals: number;
  /** Pending timers; zero where the host does not say. */
  readonly timers: number;
  /** Bytes of the heap after a collection of garbage; zero where the host does not say. */
  readonly heap: number;
}

/** Milliseconds in which debounced work ends. */
const SETTLE = 1_500;
const HEAP_SAMPLES = 5;

/** Measures once debounced work has ended. */
export async function measure(): Promise<Resources> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  return {
    counts: live.copy(),
    listeners: live.total,
    tabs: vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length,
    terminals: vscode.window.terminals.length,
    timers: timers(),
    heap: await heap(),
  };
}

function timers(): number {
  if (!isNodeHost) return 0;
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate').length;
}

let collect: (() => void) | undefined;

/** The median of several samples. */
async function heap(): Promise<number> {
  if (!isNodeHost) return 0;
  const gc = (collect ??= await exposeGc());
  const samples: number[] = [];
  for (let at = 0; at < HEAP_SAMPLES; at += 1) {
    gc();
    // Weak references are cleared once the job that has read them ends.
    await new Promise((resolve) => setTimeout(resolve, 20));
    gc();
    samples.push(process.memoryUsage().heapUsed);
  }
  return samples.sort((a, b) => a - b)[Math.floor(HEAP_SAMPLES / 2)] ?? 0;
}

/** The function that collects garbage, which Node hides unless it is started with a flag. */
async function exposeGc(): Promise<() => void> {
  const { setFlagsFromString } = await import('node:v8');
  const { runInNewContext } = await import('node:vm');
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** Timers that come and go with VS Code's own work. */
const TOLERATED_TIMERS = 8;

/**
 * What there is more of than before, in words; empty where nothing has leaked.
 *
 * @param cycles How often something was opened and closed in between.
 * @param bytes How much the heap may grow with each of them.
 */
export function growth(
  before: Resources,
  after: Resources,
  cycles: number,
  bytes: number,
): readonly string[] {
  const grown = live.since(before.counts).filter((line) => line.includes('+'));
  const more = (what: 'tabs' | 'terminals' | 'timers', tolerated: number): readonly string[] => {
    const by = after[what] - before[what];
    return by > tolerated ? [`${what} +${String(by)}`] : [];
  };
  const perCycle = Math.round((after.heap - before.heap) / cycles);
  return [
    ...grown,
    ...more('tabs', 0),
    ...more('terminals', 0),
    ...more('timers', TOLERATED_TIMERS),
    ...(perCycle > bytes ? [`heap +${String(perCycle)} bytes a cycle`] : []),
  ];
}
