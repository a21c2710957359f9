/** Everything that reads and indexes archives: one bundle, loaded on first use. */
export { openLibrary } from '../../core/library';
export { createPostingsIndex } from '../../core/search/postings';
export { fileSource, folderSource, listedSource } from '../../sources/folder';
export { occurrenceAt, readOccurrences } from '../../core/python/occurrences';
export { SYMBOLS } from '../../core/symbols/table';
