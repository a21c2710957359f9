import type { Token } from 'markdown-it';

/** The `meta` of `details_open` and `details_close` tokens. */
interface DetailsMeta {
  /** Offset in the parsed text: of the content behind the summary for an opening, of the tag for a closing token. */
  readonly offset: number;
}

export function detailsMeta(offset: number | undefined): Token['meta'] {
  return offset === undefined ? null : ({ offset } satisfies DetailsMeta);
}

/** The offset of a `details_open` or `details_close`; one that was left out, or is amid a paragraph, has none. */
export function detailsOffset(token: Token): number | undefined {
  return (token.meta as unknown as DetailsMeta | null)?.offset;
}
