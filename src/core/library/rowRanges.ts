/** Rows of a list that is not divided, and of each range. */
const MAX_ROWS = 500;

/** Code points of a name that the label of a range shows. */
const MAX_LABEL_LENGTH = 12;

/** A range of rows, by index; `end` is exclusive. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Divides a list of `count` rows into ranges of at most `size`; no ranges for a list that is short enough. */
export function rowRangesOf(count: number, size = MAX_ROWS): readonly RowRange[] {
  if (count <= size) return [];
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => ({
    start: at * size,
    end: Math.min(count, (at + 1) * size),
  }));
}

/**
 * Labels for ranges of sorted names, like those on the volumes of an encyclopedia: prefixes of the first and the last
 * name, just long enough to differ from the names next to the range.
 *
 * @param nameAt The name of a row.
 */
export function volumeLabels(
  ranges: readonly RowRange[],
  nameAt: (row: number) => string,
): readonly { readonly from: string; readonly to: string }[] {
  return ranges.map(({ start, end }, at) => ({
    from: distinctPrefix(nameAt(start), at === 0 ? undefined : nameAt(start - 1)),
    to: distinctPrefix(nameAt(end - 1), at === ranges.length - 1 ? undefined : nameAt(end)),
  }));
}

/** The prefix of a name up to where it differs from its neighbour; without a neighbour, its first character. */
function distinctPrefix(name: string, neighbour: string | undefined): string {
  const characters = Array.from(name.trim());
  const others = Array.from((neighbour ?? '').trim());
  let shared = 0;
  while (shared < MAX_LABEL_LENGTH - 1 && isSameLetter(characters[shared], others[shared])) shared += 1;
  return characters.slice(0, shared + 1).join('');
}

function isSameLetter(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}
