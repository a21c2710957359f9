/**
 * Escapes text so that Markdown renders it as it is: no marks, tags, entities, math or bare links, and nothing of the
 * dialects of other tools, such as attribute lists, shortcodes and emoji codes. A brace becomes an entity, since `\{#x}`
 * ends a heading as a list, too. Underscores inside a word mark nothing, so names such as `scoped_session` stay readable.
 * The text must be a single line.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<~|$]|&(?=#?\w+;)|:(?=\/\/|[\w+-]+:)|=(?==\S)/g, '\\$&')
    .replace(/\{(?=[\s:{%.#/-]|[\w:-]+=)/g, '&#123;')
    .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (marks) => marks.replaceAll('_', '\\_'));
}
