/** Everything that reads and indexes archives: one bundle, loaded on first use. */
export { openLibrary } from '../../core/library';
export { createPostingsIndex } from '../../core/search/postings';
export { fileSource, folderSource, listedSource } from '../../sources/folder';
export { ModuleStore } from '../../core/python/modules';
export { SourceFile } from '../../core/python/sourceFile';
export { STUBS } from '../../core/python/stubs';
export { SYMBOLS } from '../../core/symbols/table';
export { symbolsInText } from '../../core/symbols/words';
export { answersForErrors } from '../../core/errors/answers';
export { classOf } from '../../core/errors/classes';
export { errorLinesIn } from '../../core/errors/inline';
export { isTelling, wordsOfMessage } from '../../core/errors/message';
export { parseErrors } from '../../core/errors/traceback';
export { compareNotes, withOlderBelow } from '../../core/versions/badges';
export { readVersionFile } from '../../core/versions/files';
export { installedIn, readFolder } from '../../core/versions/folder';
export { nearestOfEach } from '../../core/versions/nearest';
