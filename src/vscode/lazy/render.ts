/** Everything that turns an entry into a page: one bundle, loaded on first use. */
export { entryAsMarkdown } from '../../core/render/markdown';
export { renderEntry, renderGone } from '../../core/render/html';
export { plainTextOf } from '../../core/render/plain';
