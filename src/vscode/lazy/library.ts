/** Everything that reads and indexes archives: one bundle, loaded on first use. */
export { openLibrary } from '../../core/library';
export { createMiniSearchIndex } from '../../core/search/minisearchIndex';
export { fileSource, folderSource, listedSource } from '../../sources/folder';
export { occurrenceAt, readOccurrences } from '../../core/python/occurrences';
export { SYMBOLS } from '../../core/symbols/table';
