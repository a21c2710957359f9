/**
 * Text on one line with nothing in it that Markdown would make anything of but that text: no marks, tags, entities, math
 * or bare links. Underscores inside a word are no marks there, and names such as `scoped_session` stay readable.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<~|$]|&(?=#?\w+;)|:(?=\/\/)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (marks) => marks.replaceAll('_', '\\_'));
}
