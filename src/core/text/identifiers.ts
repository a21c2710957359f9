/**
 * The forms under which an identifier is looked for besides itself, in lower case: of a dotted name each member,
 * of each member its words, and those words written together.
 * `sqlalchemy.orm.scoped_session` → `sqlalchemy`, `orm`, `scoped_session`, `scoped`, `session`, `scopedsession`.
 */
export function partsOfIdentifier(identifier: string): readonly string[] {
  const parts = new Set<string>();
  const members = identifier.split('.').filter(Boolean);
  for (const member of members) {
    if (members.length > 1) parts.add(member.toLowerCase());
    const words = wordsOfName(member);
    if (words.length < 2) continue;
    for (const word of words) parts.add(word);
    parts.add(words.join(''));
  }
  parts.delete(identifier.toLowerCase());
  return [...parts];
}

/** `AsyncHTTPClient2` → `async`, `http`, `client2`; `scoped_session` → `scoped`, `session`. */
function wordsOfName(name: string): readonly string[] {
  return name
    .split(/_+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{Lu}\p{Ll})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
