import type { SourceListing } from './archiveSource';
import type { Problem } from './problems';

/** Ends of names of texts that may hold answers but are no Markdown. */
const TEXTS = new Set(['.txt', '.rst', '.adoc', '.asciidoc', '.org', '.textile', '.wiki', '.docx', '.html']);
/** Kinds of files that are named at most. */
const MAX_KINDS = 4;

/** Says that a folder has nothing to read, or which texts in it are not read. */
export function otherFileProblems({ documents, problems = [], others }: SourceListing): readonly Problem[] {
  if (others === undefined) return [];
  if (documents.length === 0 && problems.length === 0) {
    if (others.count === 0) return [{ kind: 'noFiles', severity: 'warning', args: [] }];
    const kinds = [...others.extensions];
    return [{ kind: 'noDocuments', severity: 'warning', args: [String(others.count), named(kinds)] }];
  }
  const texts = [...others.extensions].filter(([extension]) => TEXTS.has(extension));
  return texts.length === 0 ? [] : [{ kind: 'otherTexts', severity: 'info', args: [named(texts)] }];
}

/** Kinds of files with their numbers: `.rst (7), .txt (3), …`. */
function named(kinds: readonly (readonly [extension: string, count: number])[]): string {
  const names = kinds.slice(0, MAX_KINDS).map(([extension, count]) => `${extension} (${String(count)})`);
  return [...names, ...(kinds.length > MAX_KINDS ? ['…'] : [])].join(', ');
}
