/** Everything that turns an entry into a page: one bundle, loaded on first use. */
export { renderEntry } from '../../core/render/html';
