/** Limits of one archive, which a folder that was named by mistake, such as a home folder, may exceed. */

/** Markdown files that are read. */
export const MAX_DOCUMENTS = 5_000;
/** Size of a document, in bytes. */
export const MAX_DOCUMENT_BYTES = 8_000_000;
/** Levels of folders below the archive's root. */
export const MAX_DEPTH = 16;
/** Folders that are looked into. */
export const MAX_FOLDERS = 10_000;
/** Files and folders that are listed. */
export const MAX_LISTED = 50_000;
/** Folders that are listed at a time. */
export const MAX_CONCURRENT_FOLDERS = 8;
/** Folders that are reported one by one. */
export const MAX_REPORTED_FOLDERS = 20;
