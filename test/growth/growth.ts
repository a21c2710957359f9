/** How the processor time of a reader grows with its input. */
export interface Growth {
  /** Times as long per doubled input: the mean of two doublings, of the least times measured. */
  readonly perDoubling: number;
  /** Characters of the smallest input that was measured. */
  readonly characters: number;
  /** Milliseconds of processor time for the smallest and the largest input. */
  readonly milliseconds: readonly [number, number];
}

/** At most this many times as long for a doubled input: a linear reader takes twice as long, n log n a little more. */
export const LINEAR = 2.5;

/** An input is enlarged until it takes this long, so that what is measured is the reader and not the clock. */
const LEAST_MS = 30;
/** A reader this fast on the largest input is not measured more closely. */
const NEGLIGIBLE_MS = 60;
const FEWEST_CHARACTERS = 2048;
/** The largest input is four times this. */
const MOST_CHARACTERS = 128 * 1024;
const ROUNDS = 2;

/**
 * Measures how the processor time of `read` grows when its input doubles, twice. Processor time, least of several
 * rounds: a busy machine makes a run wait, not work.
 *
 * @param read the reader, with every pass that follows it
 * @param shape an input of about that many characters
 */
export function measureGrowth(
  read: (input: string) => unknown,
  shape: (characters: number) => string,
): Growth {
  const inputs = measuredInputs(shape, FEWEST_CHARACTERS);
  let next = inputs.next();
  while (next.done !== true) {
    const before = process.cpuUsage();
    read(next.value);
    next = inputs.next(millisecondsSince(before));
  }
  return next.value;
}

/**
 * Like `measureGrowth`, for a reader that is asynchronous so that other work can run in between.
 *
 * @param fewest Characters of the smallest input: more where what every input costs would hide how the rest grows.
 */
export async function measureAsyncGrowth(
  read: (input: string) => Promise<unknown>,
  shape: (characters: number) => string,
  fewest = FEWEST_CHARACTERS,
): Promise<Growth> {
  const inputs = measuredInputs(shape, fewest);
  let next = inputs.next();
  while (next.done !== true) {
    const before = process.cpuUsage();
    await read(next.value);
    next = inputs.next(millisecondsSince(before));
  }
  return next.value;
}

/** Yields the inputs to read, and takes the milliseconds that each took. */
function* measuredInputs(
  shape: (characters: number) => string,
  fewest: number,
): Generator<string, Growth, number> {
  let characters = fewest;
  // Each size twice: what runs for the first time is slow.
  while (characters < MOST_CHARACTERS) {
    const input = shape(characters);
    if (Math.min(yield input, yield input) >= LEAST_MS) break;
    characters *= 2;
  }
  const small = shape(characters);
  const large = shape(characters * 4);
  let least: [number, number] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    least = [Math.min(least[0], yield small), Math.min(least[1], yield large)];
    // A reader that is plainly not linear is not run again.
    if (least[1] > 10_000) break;
  }
  const ratio = least[1] <= NEGLIGIBLE_MS ? 1 : least[1] / Math.max(least[0], 1);
  return { perDoubling: Math.sqrt(ratio), characters, milliseconds: least };
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
