import type { ErrorCode } from './raisedError';

/** With the version, `e/20/xd2s`, or without. */
const SQLALCHEMY_URL = /\bsqlalche\.me\/e\/(?:\d{1,6}\/)?(?<code>(?!\d+\b)[a-z0-9]{4,5})\b/g;
/** The page that those redirect to. */
const SQLALCHEMY_PAGE = /\bdocs\.sqlalchemy\.org\/[\w/]{1,40}\/errors\.html#error-(?<code>[a-z0-9]{4,5})\b/g;
const PYDANTIC_URL = /\berrors\.pydantic\.dev\/[\w.]{1,20}\/[uv]\/(?<code>[a-z][a-z0-9_-]{0,60})/g;
const PYDANTIC_TYPE = /\[type=(?<code>[a-z][a-z0-9_]{0,60}),/g;
const PYDANTIC_1_TYPE = /\(type=(?<code>[a-z][a-z0-9_.]{0,60})[;)]/g;

/** The error codes printed in a text, without duplicates: by library, then in order of appearance. */
export function errorCodesIn(text: string): readonly ErrorCode[] {
  const codes = new Map<string, ErrorCode>();
  const addMatches = (family: ErrorCode['family'], pattern: RegExp): void => {
    for (const { groups } of text.matchAll(pattern)) {
      const code = groups?.['code'] ?? '';
      codes.set(codeKey({ family, code }), { family, code });
    }
  };
  addMatches('sqlalchemy', SQLALCHEMY_URL);
  addMatches('sqlalchemy', SQLALCHEMY_PAGE);
  addMatches('pydantic', PYDANTIC_TYPE);
  addMatches('pydantic', PYDANTIC_1_TYPE);
  addMatches('pydantic', PYDANTIC_URL);
  return [...codes.values()];
}

/** A code as a key: equal for equal codes of one library. */
export function codeKey({ family, code }: ErrorCode): string {
  return `${family} ${code}`;
}
