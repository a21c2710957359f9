/** Everything that renders entries: a bundle that is loaded on first use. */
export { documentLinks } from '../../core/archive/documentLinks';
export { excerptOf } from '../../core/render/excerpt';
export { entryAsMarkdown } from '../../core/render/entryMarkdown';
export { renderMissingEntry } from '../../core/render/missingEntry';
export { renderEntry } from '../../core/render/renderEntry';
export { namePosts } from '../../core/render/postNames';
export { replyTree } from '../../core/render/replyTree';
export { plainTextOf } from '../../core/render/plainText';
export { withoutMarker } from '../../core/parse/posts/noteCorrections';
