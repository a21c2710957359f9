/**
 * Escapes text so that Markdown renders it as it is: no marks, tags, entities, math or bare links. Underscores inside a
 * word mark nothing, so names such as `scoped_session` stay readable. The text must be a single line.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<~|$]|&(?=#?\w+;)|:(?=\/\/)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (marks) => marks.replaceAll('_', '\\_'));
}
