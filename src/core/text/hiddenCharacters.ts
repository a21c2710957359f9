/**
 * Characters that are not seen where text is shown, and that act on what is around them: control characters, line and
 * paragraph separators, halves of surrogate pairs, and every format or ignorable character, among them bidirectional
 * controls, zero-width characters, tags and variation selectors. Signs of Arabic, Syriac and Kaithi that enclose a number
 * are format characters by category and are seen (Prepended_Concatenation_Mark in https://www.unicode.org/reports/tr44).
 */
const UNSEEN = String.raw`(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`;

/** Letters and marks of scripts that are written with joiners, and marks of Arabic that belong to no single script. */
const JOINING = String.raw`[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\u064b-\u0655\u0670]`;

/**
 * Where such a character belongs to the writing, and a reader would miss it: a joiner after a letter of a script that needs
 * it (a non-joiner only between two), the joiner and the selectors of emoji, the three flags spelt with tags, and a
 * selector after a Han character. Never more than one after another, apart from the flags. The rules follow
 * https://www.rfc-editor.org/rfc/rfc5892#appendix-A and https://www.unicode.org/reports/tr51.
 */
const WRITTEN = [
  String.raw`(?<=${JOINING})\u200d`,
  String.raw`(?<=${JOINING})\u200c(?=${JOINING})`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]`,
  String.raw`(?<=[\d#*])\ufe0f(?=\u20e3)`,
  String.raw`(?<=\u{1f3f4})\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}`,
  String.raw`(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
].join('|');

/** What is written as it is, in a group, or one hidden character. */
const PATTERN = new RegExp(`(${WRITTEN})|${UNSEEN}`, 'gu');

/** The text with each hidden character replaced, given its UTF-16 offset. Linear in the length of the text. */
export function replaceHidden(
  text: string,
  replacement: (character: string, offset: number) => string,
): string {
  return text.replace(
    PATTERN,
    (found, written: string | undefined, offset: number) => written ?? replacement(found, offset),
  );
}

/**
 * The text with each hidden character shown by its code point, such as `<U+202E>`.
 *
 * @param kept Characters that stay, such as line breaks of a text of several lines.
 */
export function showHidden(text: string, kept = ''): string {
  return replaceHidden(text, (character) =>
    kept.includes(character) ? character : codePointNotation(character),
  );
}

/** `<U+202E>` */
function codePointNotation(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

/**
 * The text without hidden characters, on one line: control characters and line breaks become spaces, others go.
 *
 * @param kept Characters that stay.
 */
export function withoutHidden(text: string, kept = ''): string {
  return replaceHidden(text, (character) => {
    if (kept.includes(character)) return character;
    return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(character) ? ' ' : '';
  });
}
