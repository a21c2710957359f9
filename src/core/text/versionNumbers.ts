/** Forms of a number with dots besides itself. */
interface NumberForms {
  /** Whether it is the version of something, rather than a date, an address, an amount or a section. */
  readonly isVersion: boolean;
  /** What it also is: `1.4.46` is `1.4`. */
  readonly names: readonly string[];
  /** Its first component, also as in `v2`. */
  readonly parts: readonly string[];
}

/** A number with dots: digits in two to four components, with `v` before it or a pre-release or `x` at its end. */
const DOTTED = String.raw`\d{1,4}(?:\.\d{1,5}){1,3}(?:(?:a|b|rc|dev|post)\d{1,3})?(?:\.x)?|\d{1,4}\.x`;
const END = String.raw`(?![\p{Script=Latin}\p{N}_]|\.\d)`;
/** The source of a pattern for a number with dots; a time, or one with commas, is none. */
export const DOTTED_NUMBER = String.raw`(?<!\d[.,:])[vV]?(?:${DOTTED})${END}`;
/** The source of a pattern for a name that is written together with its version: `Python3.12`. */
export const VERSIONED_NAME = String.raw`\p{Script=Latin}{2,40}(?=(?:${DOTTED})${END})`;

/** What follows an amount or the number of a section rather than a version. */
const UNIT =
  /^\s?(?:[%°℃]|초|분|시간|원|달러|엔|배|만|억|점|퍼센트|도|장|절|항|쪽|페이지|(?:ms|s|sec|seconds?|minutes?|hours?|days?|px|em|rem|[kmgt]i?b|kg|km|cm|mm|m|x|times|dollars|euros|percent)(?![\p{L}\p{N}_]))/iu;
const CURRENCY = /[$€£¥₩]\s?$/u;
const NONE: readonly string[] = [];

/**
 * The forms of a number with dots in a text: `2.0.13` is also `2.0`, and its parts are `2` and `v2`. A date (`2024.1.5`) is
 * also its month and its year; an address or an amount is nothing else.
 *
 * @param folded The number in lower case without `v`.
 */
export function formsOfNumber(folded: string, text: string, start: number, end: number): NumberForms {
  const components = folded.split('.');
  const isAmount =
    UNIT.test(text.slice(end, end + 12)) || CURRENCY.test(text.slice(Math.max(0, start - 2), start));
  if (isAmount || components.length > 3) return { isVersion: false, names: NONE, parts: NONE };
  const [first = ''] = components;
  const isDate = first.length === 4;
  const release = folded.replace(/\.x$|(?:a|b|rc|dev|post)\d+$/, '');
  const names = [release];
  for (let dot = release.lastIndexOf('.'); dot > 0; dot = release.lastIndexOf('.', dot - 1)) {
    names.push(release.slice(0, dot));
  }
  return {
    isVersion: !isDate,
    names: names.filter((name) => name !== folded && (name !== first || name === release)),
    parts: isDate ? [first] : [first, `v${first}`],
  };
}
