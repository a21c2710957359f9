/** Everything that reads and indexes archives: a bundle that is loaded on first use. */
export { openLibrary } from '../../core/library/library';
export { createInvertedIndex } from '../../core/search/invertedIndex';
export { fileSource, folderSource, listedSource } from '../../sources/folder';
export { ModuleStore } from '../../core/python/moduleStore';
export { SourceFile } from '../../core/python/sourceFile';
export { STUBS } from '../../core/python/stubs';
export { SYMBOLS } from '../../core/symbolTable/symbolTable';
export { symbolsInText } from '../../core/symbols/symbolsInText';
export { entriesForErrors } from '../../core/tracebacks/entriesForErrors';
export { classOf } from '../../core/tracebacks/exceptionClasses';
export { errorsInLine } from '../../core/tracebacks/errorsInLine';
export { isDistinctive, wordsOfMessage } from '../../core/tracebacks/messageWords';
export { parseErrors } from '../../core/tracebacks/parseErrors';
export { compareEntryVersions, withOlderBelow } from '../../core/versions/entryVersions';
export { readVersionFile } from '../../core/versions/versionFiles';
export { installedIn, readFolder } from '../../core/versions/folderVersions';
export { nearestOfEach } from '../../core/versions/nearestVersions';
