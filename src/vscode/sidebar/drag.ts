import * as vscode from 'vscode';
import { formatLinks, type EntryLink } from '../../core/library/entryLinks';
import { variantIn, type Entry } from '../../core/model';
import type { LibraryService } from '../library/libraryService';
import { entryLink, EXTENSION_ID } from '../entries/entryActions';
import { t } from '../base/l10n';
import { NEW_SCHEME } from './newEntryDecorations';

/** The MIME type of the dragged entries, as JSON. */
const LINKS_TYPE = 'application/vnd.archive-answers.links';
const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('archiveAnswers', 'link');

/** Links that are inserted at a time. */
const MAX_LINKS = 1_000;
/** What every link to an entry begins with. */
const LINK_PREFIX = (): string => `${vscode.env.uriScheme}://${EXTENSION_ID}/`;

/** A row of a view of entries; only rows with an entry can be dragged. */
export interface Draggable {
  readonly kind: string;
  readonly entry?: Entry;
}

/**
 * Lets entries be dragged out of a tree; nothing can be dropped into it. The data has no plain text, which an editor would
 * insert instead of the links.
 */
export const entryDrag: vscode.TreeDragAndDropController<Draggable> = {
  dragMimeTypes: [LINKS_TYPE],
  dropMimeTypes: [],
  handleDrag(nodes, data) {
    const links = nodes.flatMap(({ entry }) => (entry === undefined ? [] : [linkTo(entry)]));
    if (links.length === 0) return;
    data.set(LINKS_TYPE, new vscode.DataTransferItem(JSON.stringify(links)));
    // The row of a new entry has a resource URI, which would be inserted otherwise.
    data.set('text/uri-list', new vscode.DataTransferItem(''));
  },
};

function linkTo(entry: Entry): EntryLink {
  return { title: variantIn(entry, vscode.env.language).title, link: entryLink(entry) };
}

/** Inserts links to dropped entries into a document, in the syntax of its language. */
export const entryDrop: vscode.DocumentDropEditProvider = {
  async provideDocumentDropEdits(document, { line, character }, data, token) {
    const links = readLinks(await data.get(LINKS_TYPE)?.asString());
    if (links.length === 0 || token.isCancellationRequested) return undefined;
    const { text } = document.lineAt(line);
    const target = {
      languageId: document.languageId,
      before: text.slice(0, character),
      after: text.slice(character),
    };
    return new vscode.DocumentDropEdit(formatLinks(links, target), t('Insert a link to the entry'), KIND);
  },
};

/**
 * Registers dropping entries into documents of every language, including notebook cells. The row of a new entry has a
 * resource URI: dropped where nothing can be inserted, it opens as a document with the thread as Markdown.
 */
export function registerEntryDrop(libraryService: Pick<LibraryService, 'libraryWith'>): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider({ language: '*' }, entryDrop, {
      dropMimeTypes: [LINKS_TYPE],
      providedDropEditKinds: [KIND],
    }),
    vscode.workspace.registerTextDocumentContentProvider(NEW_SCHEME, {
      async provideTextDocumentContent({ path }) {
        const id = path.slice(1);
        const entry = (await libraryService.libraryWith(id)).entry(id);
        if (entry === undefined) return '';
        const { entryAsMarkdown } = await import('../lazy/render');
        return entryAsMarkdown(variantIn(entry, vscode.env.language));
      },
    }),
  );
}

/** Reads dragged links; the data may come from anywhere. */
function readLinks(text: string | undefined): readonly EntryLink[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.slice(0, MAX_LINKS).filter(isLink) : [];
  } catch {
    return [];
  }
}

function isLink(value: unknown): value is EntryLink {
  if (typeof value !== 'object' || value === null) return false;
  const { title, link } = value as Readonly<Record<string, unknown>>;
  return typeof title === 'string' && typeof link === 'string' && link.startsWith(LINK_PREFIX());
}
