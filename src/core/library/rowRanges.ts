/** Most rows that a list shows before it is divided into ranges. */
const MAX_ROWS = 500;

/** Longest beginning of a name in a range's label, in characters. */
const MAX_LABEL_LENGTH = 12;

/** Rows of a list, by index; `end` is exclusive. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Divides a list of `count` rows into ranges of at most `size`; one that is short enough is not divided. */
export function rowRangesOf(count: number, size = MAX_ROWS): readonly RowRange[] {
  if (count <= size) return [];
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => ({
    start: at * size,
    end: Math.min(count, (at + 1) * size),
  }));
}

/**
 * Labels as on the volumes of an encyclopedia, for ranges of sorted names: the beginnings of the first and the last
 * name, as short as tells them from the neighbours'.
 *
 * @param nameAt The name of a row.
 */
export function volumeLabels(
  ranges: readonly RowRange[],
  nameAt: (row: number) => string,
): readonly { readonly from: string; readonly to: string }[] {
  return ranges.map(({ start, end }, at) => ({
    from: beginning(nameAt(start), at === 0 ? undefined : nameAt(start - 1)),
    to: beginning(nameAt(end - 1), at === ranges.length - 1 ? undefined : nameAt(end)),
  }));
}

/** The beginning of a name up to where it differs from another one; without another one, its first character. */
function beginning(name: string, other: string | undefined): string {
  const characters = Array.from(name.trim());
  const others = Array.from((other ?? '').trim());
  let same = 0;
  while (same < MAX_LABEL_LENGTH - 1 && alike(characters[same], others[same])) same += 1;
  return characters.slice(0, same + 1).join('');
}

function alike(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}
