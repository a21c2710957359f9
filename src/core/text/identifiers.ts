/** The forms under which an identifier is looked for besides itself, in lower case. */
export interface IdentifierForms {
  /** What names the same thing: of a dotted path its last member, and that with its words written together. */
  readonly names: readonly string[];
  /** What it is put together from: the other members, and the words of each. */
  readonly parts: readonly string[];
}

/**
 * Opens an identifier: `sqlalchemy.orm.scoped_session` → names `scoped_session`, `scopedsession`; parts `sqlalchemy`,
 * `orm`, `scoped`, `session`.
 */
export function formsOfIdentifier(identifier: string): IdentifierForms {
  const names = new Set<string>();
  const parts = new Set<string>();
  const members = identifier.split('.').filter(Boolean);
  members.forEach((member, at) => {
    const isLast = at === members.length - 1;
    (isLast ? names : parts).add(member.toLowerCase());
    const words = wordsOfName(member);
    if (words.length < 2) return;
    for (const word of words) parts.add(word);
    (isLast ? names : parts).add(words.join(''));
  });
  names.delete(identifier.toLowerCase());
  return { names: [...names], parts: [...parts].filter((part) => !names.has(part)) };
}

/** `AsyncHTTPClient2` → `async`, `http`, `client2`; `scoped_session` → `scoped`, `session`. */
function wordsOfName(name: string): readonly string[] {
  return name
    .split(/_+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{Lu}\p{Ll})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
