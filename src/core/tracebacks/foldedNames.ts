/** Names with the words of a package joined: `fastapi-utils`. */
const NAME = /[A-Za-z_]\w*(?:-[A-Za-z]\w*)*/g;

/** A name as it is compared: `Fastapi-Utils` is the package `fastapi_utils`. */
export function foldName(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

/** The names of a text as written; a qualified one counts by its parts. */
export function writtenNamesIn(text: string): ReadonlySet<string> {
  return new Set(text.match(NAME) ?? []);
}

/** The names of a text, folded; a qualified one counts by its parts. */
export function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name] of text.matchAll(NAME)) {
    names.add(foldName(name));
    // Dashes of prose join words as well.
    if (name.includes('-')) for (const part of name.split('-')) names.add(part.toLowerCase());
  }
  return names;
}
