/** Everything that turns an entry into a page: one bundle, loaded on first use. */
export { entryAsMarkdown } from '../../core/render/entryMarkdown';
export { renderMissingEntry } from '../../core/render/missingEntry';
export { renderEntry } from '../../core/render/renderEntry';
export { plainTextOf } from '../../core/render/plainText';
