/** String literals, which may hold prose, and comments up to the end of their line. */
const LITERALS = /"(?:[^"\\\n]|\\.){0,500}"|'(?:[^'\\\n]|\\.){0,500}'|(?:^|\s)#[^\n]{0,500}\n/gu;
/** Beginnings of statements that prose hardly has. */
const STATEMENTS =
  /\b(?:async )?def [a-z_]\w{0,80}\(|\bclass [A-Z]\w{0,80}(?:\([\w., =]{0,200}\))?:|\bimport [a-z_][\w.]{0,80}(?: as \w|(?=\n\s{0,80}\S))|\breturn (?=[\w.]{1,80}\(|[[{])|\bfrom [a-z_.][\w.]{0,80} import\b|(?:^|\s)@[a-z_][\w.]{0,80}(?![\w@])|\bfor [\w, ]{1,80} in [^\n:]{1,200}:|\b(?:with|while|if|elif|except) [^\n:]{1,200}:(?=\s)|(?:^|[\n;]|\s)[a-z_][\w.]{0,80}(?:: ?[\w[\], .|]{1,80})? = (?=[\w"'([{])/giu;
/** Calls with arguments, their ends, keyword arguments, subscripts, arrows, annotations. */
const MARKS = /\w\((?=[^\s)])|\)(?=\.|:|\)|\s?->)|\w=(?=[\w"'([{])|\w\[(?=[\w"'])|\(\)(?:\.|:)|->/gu;
const STATEMENT_WEIGHT = 2;

/** Words of English prose that are no words of Python. */
const ENGLISH = new Set(
  `the an my we our you your it its they this that these those is are was were be been do does did have has had can
  could should would will what when why how where which who to of on at by but so not no there some please hi hello
  thanks`.split(/\s+/),
);
const WORD = /[\p{L}\p{N}_]+/gu;
/** UTF-16 units that are looked at: the shape of a text shows at its beginning. */
const MAX_LENGTH = 4000;
/** Weight of code that is too little to tell. */
const MIN_WEIGHT = 2;
/** What code weighs for each of its words, at least, and the share of words of prose that it has, at most. */
const MIN_WEIGHT_SHARE = 0.3;
const MAX_PROSE_SHARE = 0.15;

/**
 * Whether a text is Python code rather than prose that names an identifier or quotes a call, by the marks and statements
 * it has for its words. Line breaks may be missing, as where a box of one line was pasted into.
 */
export function looksLikeCode(text: string): boolean {
  const code = `${text.slice(0, MAX_LENGTH)}\n`.replace(LITERALS, ' "" ');
  const weight = countOf(STATEMENTS, code) * STATEMENT_WEIGHT + countOf(MARKS, code);
  if (weight < MIN_WEIGHT) return false;
  const words = code.match(WORD) ?? [];
  const prose = words.filter((word) => ENGLISH.has(word.toLowerCase()) || /[^\p{ASCII}]/u.test(word)).length;
  return weight >= words.length * MIN_WEIGHT_SHARE && prose <= words.length * MAX_PROSE_SHARE;
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}
