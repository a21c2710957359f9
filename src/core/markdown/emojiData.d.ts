// The part of the package that is used here, which has no types of its own.
// `tsconfig.base.json` maps `markdown-it-emoji/lib/data/…` to this file.

/** Emoji by GitHub's names for them. */
declare const emoji: Readonly<Record<string, string>>;
export default emoji;
