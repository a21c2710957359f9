/** Splits a qualified name into its parent and its last name. */
export function splitPath(path: string): readonly [parent: string, last: string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(0, dot)), path.slice(dot + 1)];
}

/** The words of a stored list. */
export function splitWords(stored: string | undefined): readonly string[] {
  return stored === undefined || stored === '' ? [] : stored.split(' ');
}

/** A record's own value for a key from user code, which may be `constructor`. */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * The words stored for a class: its own, and those of the classes that stand for theirs.
 *
 * @param byModule Module → class → words.
 * @param isClass Whether a word is a qualified class rather than a word of its own.
 */
export function wordsOfClass(
  byModule: Readonly<Record<string, Readonly<Record<string, string>>>>,
  name: string,
  isClass: (word: string) => boolean,
): readonly string[] {
  const [module, last] = splitPath(name);
  return splitWords(ownValue(ownValue(byModule, module), last)).flatMap((word) =>
    isClass(word) ? wordsOfClass(byModule, word, isClass) : [word],
  );
}
