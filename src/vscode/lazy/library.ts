/** Everything that reads and indexes archives: one bundle, loaded on first use. */
export { openLibrary } from '../../core/library';
export { createMiniSearchIndex } from '../../core/search/minisearchIndex';
export { fileSource, folderSource, listedSource } from '../../sources/folder';
