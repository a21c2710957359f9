/**
 * What is made of each item, in the items' order, with at most so many under way at a time: a file system that is asked
 * for thousands of files at once keeps everybody else waiting.
 *
 * @throws what making one of them throws.
 */
export async function mapConcurrently<Item, Made>(
  items: readonly Item[],
  most: number,
  make: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [at, item] of waiting) made[at] = await make(item);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, work));
  return made;
}
