/** An encoding from before Unicode. */
interface LegacyEncoding {
  /** Its label in the Encoding Standard. */
  readonly label: string;
  /** Whether a text that was decoded as such is one: bytes are often valid in several encodings. */
  readonly isLikely: (text: string) => boolean;
}

/** Characters that make up a good part of any Chinese text. */
const COMMON_HAN =
  /[的一是不了在有人这中大为上个用以到说时要就可以会国来和我你他文如何能问题怎么請問這個為說時會國來對們沒與]/g;

/** In the order in which they are tried: those that are told with most certainty first. */
export const LEGACY_ENCODINGS: readonly LegacyEncoding[] = [
  { label: 'shift_jis', isLikely: (text) => share(text, /[ぁ-んァ-ヶー]/g) > 0.25 },
  { label: 'euc-jp', isLikely: (text) => share(text, /[ぁ-んァ-ヶー]/g) > 0.25 },
  { label: 'euc-kr', isLikely: (text) => share(text, /[가-힣]/g) > 0.85 },
  { label: 'gb18030', isLikely: (text) => share(text, COMMON_HAN) > 0.08 },
  { label: 'big5', isLikely: (text) => share(text, COMMON_HAN) > 0.08 },
  { label: 'windows-1251', isLikely: (text) => share(text, /[оеаинтсрвл]/g) > 0.4 },
  // Any bytes are valid in this one: it is only for texts with some accents and quotation marks.
  { label: 'windows-1252', isLikely: (text) => accents(text) < 0.3 },
];

/** Share of the letters outside ASCII that a pattern matches. */
function share(text: string, pattern: RegExp): number {
  const letters = text.match(/[^\P{L}A-Za-z]/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(pattern)?.length ?? 0) / letters;
}

/** Share of characters outside ASCII. */
function accents(text: string): number {
  return (text.match(/[\u0080-\uffff]/g)?.length ?? 0) / Math.max(1, text.length);
}
