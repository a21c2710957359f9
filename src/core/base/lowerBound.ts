/**
 * The first index of `0` to `length` for which `isBefore` does not hold, found by binary search: `length` where it
 * holds for all. `isBefore` has to hold for a beginning of the indices and for nothing after it.
 */
export function lowerBound(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
