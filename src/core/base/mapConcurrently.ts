/**
 * Maps items by an asynchronous function, at most `limit` of them at a time; results keep the order of the items. A file
 * system that is asked for thousands of files at once keeps all other readers waiting.
 *
 * @throws The first error of `map`.
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  map: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const remaining = items.entries();
  const work = async (): Promise<void> => {
    for (const [at, item] of remaining) results[at] = await map(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}
