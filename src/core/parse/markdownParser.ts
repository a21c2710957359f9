import { createMarkdown } from '../markdown/markdown';

/**
 * The Markdown parser of documents. It keeps link targets as they are written, of whatever kind: spans are found by the
 * raw text, and the renderer decides which targets are allowed.
 */
export const markdown = createMarkdown();
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (text) => text;
markdown.validateLink = () => true;
