/** How much may be copied of what others wrote, in characters. */
export class Allowance {
  #left: number;
  #isExceeded = false;

  constructor(length: number) {
    this.#left = length;
  }

  /** Whether something was refused. */
  get isExceeded(): boolean {
    return this.#isExceeded;
  }

  add(length: number): void {
    this.#left += length;
  }

  /** Takes a length off, unless less than that is left; whether it did. */
  take(length: number): boolean {
    if (length > this.#left) {
      this.#isExceeded = true;
      return false;
    }
    this.#left -= length;
    return true;
  }
}

/** Characters that may be copied within a text of any length, and how many more for each of its characters. */
const LEAST_COPIED = 50_000;
const COPIED_PER_CHARACTER = 4;

/**
 * How much of a text may be repeated in other parts of it, such as the definitions of links in all posts that use them:
 * so much that ordinary texts do not notice, and so little that what is made of a text stays in proportion to it.
 *
 * @param length That of the text.
 */
export function copiesOf(length: number): Allowance {
  return new Allowance(LEAST_COPIED + copiesPerText(length));
}

/** How much more may be copied with a further text of some length. */
export function copiesPerText(length: number): number {
  return COPIED_PER_CHARACTER * length;
}
