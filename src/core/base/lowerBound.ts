/**
 * The first index from 0 up for which `isBefore` is false, found by binary search; `length` where there is none.
 * `isBefore` has to be true for all indices before the result and false from there on.
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
