import { errorsBetween, initialsOf, lettersOf } from './letters';

/** A term that is near to a word, and how many letters apart. */
interface NearTerm {
  readonly id: number;
  readonly errors: number;
}

interface Bucket {
  readonly ids: number[];
  /** Of each term, which letters it holds, as bits: terms of few errors differ in few. */
  readonly masks: number[];
}

/** The words of a collection, to be found by their beginning, by what looks like them, and by their initials. */
export class Vocabulary {
  readonly #letters = new Map<number, string>();
  readonly #byLength = new Map<number, Bucket>();
  readonly #sorted: readonly { readonly key: string; readonly id: number }[];
  readonly #initials: readonly { readonly key: string; readonly id: number }[];

  /** @param terms Each word with the id it has in the collection. */
  constructor(terms: Iterable<readonly [term: string, id: number]>) {
    const sorted: { key: string; id: number }[] = [];
    const initials: { key: string; id: number }[] = [];
    for (const [term, id] of terms) {
      const letters = lettersOf(term);
      this.#letters.set(id, letters);
      sorted.push({ key: letters, id });
      const bucket = this.#byLength.get(letters.length) ?? { ids: [], masks: [] };
      bucket.ids.push(id);
      bucket.masks.push(maskOf(letters));
      this.#byLength.set(letters.length, bucket);
      const key = initialsOf(term);
      if (key !== '') initials.push({ key, id });
    }
    this.#sorted = sorted.sort(byKey);
    this.#initials = initials.sort(byKey);
  }

  /** Letters of a term. */
  lettersOf(id: number): string {
    return this.#letters.get(id) ?? '';
  }

  /** Terms that begin with the letters, the shortest first. */
  beginningWith(letters: string, limit: number): readonly number[] {
    return beginning(this.#sorted, letters, limit).map(({ id }) => id);
  }

  /** Terms whose syllables begin with the consonants, those of as many syllables first. */
  withInitials(initials: string, limit: number): readonly { readonly id: number; readonly isWhole: boolean }[] {
    return beginning(this.#initials, initials, limit).map(({ key, id }) => ({
      id,
      isWhole: key.length === initials.length,
    }));
  }

  /** Terms at most `most` errors away, the word itself included. */
  near(letters: string, most: number): readonly NearTerm[] {
    const found: NearTerm[] = [];
    const mask = maskOf(letters);
    for (let length = letters.length - most; length <= letters.length + most; length += 1) {
      const bucket = this.#byLength.get(length);
      if (bucket === undefined) continue;
      const { ids, masks } = bucket;
      for (let at = 0; at < ids.length; at += 1) {
        if (bitsOf((masks[at] ?? 0) ^ mask) > 2 * most) continue;
        const id = ids[at] ?? 0;
        const errors = errorsBetween(letters, this.#letters.get(id) ?? '', most);
        if (errors <= most) found.push({ id, errors });
      }
    }
    return found.sort((a, b) => a.errors - b.errors);
  }
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

function beginning<T extends { readonly key: string }>(
  sorted: readonly T[],
  start: string,
  limit: number,
): readonly T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.key ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < sorted.length && sorted[at]?.key.startsWith(start) === true; at += 1) {
    found.push(sorted[at] as T);
  }
  return found.sort((a, b) => a.key.length - b.key.length).slice(0, limit);
}

function maskOf(letters: string): number {
  let mask = 0;
  for (let at = 0; at < letters.length; at += 1) mask |= 1 << (letters.charCodeAt(at) % 32);
  return mask;
}

/** How many bits are set. */
function bitsOf(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
