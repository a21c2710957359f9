/** The forms of an identifier besides itself, in lower case. */
export interface IdentifierForms {
  /** Its last member, and that one with its words joined. */
  readonly names: readonly string[];
  /** The other members of its path, those with their words joined, and the words of all members. */
  readonly parts: readonly string[];
}

/** A version as one says it: `Pydantic v2`. */
const MAJOR_VERSION = /^v(\d{1,3})$/i;

/**
 * Splits an identifier: `sqlalchemy.orm.scoped_session` → names `scoped_session`, `scopedsession`; parts `sqlalchemy`,
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
  const [, version] = MAJOR_VERSION.exec(identifier) ?? [];
  if (version !== undefined) names.add(version);
  return { names: [...names], parts: [...parts].filter((part) => !names.has(part)) };
}

/** `AsyncHTTPClient2` → `async`, `http`, `client2`; `scoped_session` → `scoped`, `session`. */
function wordsOfName(name: string): readonly string[] {
  return name
    .split(/_+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{Lu}\p{Ll})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
