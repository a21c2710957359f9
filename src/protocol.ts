/** The messages between the panel's page and the extension: closed unions, checked on arrival. */

/** One time that an entry is shown. The window stores it: its fields must stay readable. */
export interface Visit {
  /** Unique within the panel's history: scroll positions are stored by it. */
  readonly id: number;
  readonly entry: string;
  readonly language: string;
  /** Names the entry even when its archive no longer has it. */
  readonly title: string;
  /** Where in that language's variant it was opened; absent for its head. */
  readonly target?: VisitTarget;
}

/** A place in an entry. */
export interface VisitTarget {
  /** Index in the variant's posts; absent for the entry's head. */
  readonly post?: number;
  /** Words to highlight, in lower case. */
  readonly words?: readonly string[];
}

/** What the window stores of a panel, to restore it after a reload. */
export interface PanelState {
  /** The navigation history, the oldest first. */
  readonly visits: readonly Visit[];
  /** Index of the current visit. */
  readonly at: number;
  /** Whether the panel is pinned to its entry, instead of showing whatever is opened next. */
  readonly isKept: boolean;
}

/**
 * Shows a visit at the scroll position it was left at; a new one at its target, whose words are highlighted. The HTML comes
 * from the extension's own renderer.
 */
export interface ShowMessage {
  readonly type: 'show';
  /** Identifies this rendering: its later chunks carry it too. */
  readonly run: number;
  readonly visit: Visit;
  readonly state: PanelState;
  /** The page without its posts. */
  readonly shell: string;
  /** The first posts. */
  readonly firstChunk: string;
  readonly labels: PageLabels;
}

/** The page's own texts. */
export interface PageLabels {
  /** The language of these texts, which need not be that of the entry. */
  readonly language: string;
  readonly close: string;
  readonly copied: string;
  readonly zoom: string;
}

export type HostMessage =
  | ShowMessage
  /** Further posts, in order. */
  | { readonly type: 'chunk'; readonly run: number; readonly html: string }
  /** The entry's versions compared with those of the reader's project; empty where there is nothing to compare. */
  | { readonly type: 'comparison'; readonly run: number; readonly text: string }
  /** The reader has moved within the entry: what follows belongs to another visit of it. */
  | { readonly type: 'moved'; readonly visit: Visit; readonly state: PanelState }
  /** All chunks were sent. */
  | { readonly type: 'end'; readonly run: number }
  /** Scrolls to a post and focuses it. */
  | { readonly type: 'goToPost'; readonly post: number }
  /** Scrolls to a post while the reader chooses one; without a post, restores the scroll position. */
  | { readonly type: 'previewPost'; readonly post: number | undefined }
  /** Moves some posts forward, or back where negative. */
  | { readonly type: 'moveByPosts'; readonly by: number }
  /** Asks for a `pong`, which arrives after everything that the page has sent before. */
  | { readonly type: 'ping' }
  /** Asks for the post that the reader is at, with `located`. */
  | { readonly type: 'locate' }
  /** Answers a request to copy. */
  | { readonly type: 'copied'; readonly request: number; readonly isDone: boolean };

const PAGE_ACTIONS = [
  'openSource',
  'report',
  'copyLink',
  'copyMarkdown',
  'goToPost',
  'back',
  'forward',
] as const;
/** The actions of the page's controls that take no arguments. */
export type PageAction = (typeof PAGE_ACTIONS)[number];

export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  /** A mouse button, pen or finger was pressed on the page. */
  | { readonly type: 'pointerDown' }
  /** The page has gained or lost the focus. */
  | { readonly type: 'focused'; readonly isFocused: boolean }
  | { readonly type: 'openEntry'; readonly id: string }
  /** The reader follows a link to a post of the same entry. A `moved` message answers it. */
  | { readonly type: 'followLink'; readonly post: number; readonly visit: number }
  | { readonly type: 'chooseLanguage'; readonly language: string }
  | { readonly type: 'search'; readonly query: string }
  | { readonly type: 'copyPost'; readonly post: number; readonly request: number }
  | { readonly type: 'copyText'; readonly text: string; readonly request: number }
  /** A `copied` message answers it where it has a request. */
  | { readonly type: 'action'; readonly action: PageAction; readonly request: number | undefined }
  /** The index in the entry of the post that the reader is at; `undefined` above the first one. */
  | { readonly type: 'located'; readonly post: number | undefined };

type Fields = Readonly<Record<string, unknown>>;

/** UTF-16 units of texts from outside; longer ones are not read. */
const MAX_ID_LENGTH = 4_000;
const MAX_LANGUAGE_LENGTH = 100;
const MAX_QUERY_LENGTH = 4_000;
/** A document has at most eight megabytes, and so has its code. */
const MAX_COPIED_LENGTH = 8_000_000;

/** Reads a message from the page; `undefined` for anything that is not one. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, id, language, query, post, visit, text, request, isFocused } = value;
  switch (type) {
    case 'ready':
    case 'pong':
    case 'pointerDown':
      return { type };
    case 'focused':
      return typeof isFocused === 'boolean' ? { type, isFocused } : undefined;
    case 'openEntry':
      return isText(id, MAX_ID_LENGTH) ? { type, id } : undefined;
    case 'followLink':
      return isCount(post) && isCount(visit) ? { type, post, visit } : undefined;
    case 'chooseLanguage':
      return isText(language, MAX_LANGUAGE_LENGTH) ? { type, language } : undefined;
    case 'search':
      return isText(query, MAX_QUERY_LENGTH) ? { type, query } : undefined;
    case 'copyPost':
      return isCount(post) && isCount(request) ? { type, post, request } : undefined;
    case 'copyText':
      return isText(text, MAX_COPIED_LENGTH) && isCount(request) ? { type, text, request } : undefined;
    case 'located':
      return post === undefined || isCount(post) ? { type, post } : undefined;
    case 'action': {
      const action = PAGE_ACTIONS.find((known) => known === value['action']);
      if (action === undefined || !(request === undefined || isCount(request))) return undefined;
      return { type, action, request };
    }
    default:
      return undefined;
  }
}

/** Reads a state that the window has stored; `undefined` for anything that is not one. */
export function readPanelState(value: unknown): PanelState | undefined {
  if (!isRecord(value)) return undefined;
  const { visits, at, isKept } = value;
  if (!Array.isArray(visits) || !isCount(at) || at >= visits.length) return undefined;
  const read = visits.map(readVisit).filter((visit) => visit !== undefined);
  return read.length === visits.length ? { visits: read, at, isKept: isKept === true } : undefined;
}

function readVisit(value: unknown): Visit | undefined {
  if (!isRecord(value)) return undefined;
  const { id, entry, language, title } = value;
  const isOne = isCount(id) && typeof entry === 'string' && typeof language === 'string';
  if (!isOne || typeof title !== 'string') return undefined;
  return { id, entry, language, title, ...visitTarget(readTarget(value['target'])) };
}

/** Words of a target that are read, and UTF-16 units of each. */
const MAX_WORDS = 40;
const MAX_WORD_LENGTH = 200;

/** Reads a target from outside, leaving out what is not valid. */
export function readTarget(value: unknown): VisitTarget {
  if (!isRecord(value)) return {};
  const { post, words } = value;
  const valid = Array.isArray(words) ? words.filter(isWord).slice(0, MAX_WORDS) : [];
  return { ...(isCount(post) ? { post } : {}), ...(valid.length === 0 ? {} : { words: valid }) };
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_WORD_LENGTH;
}

/** The field of a visit for a target; none for one that names neither a post nor words. */
export function visitTarget({ post, words }: VisitTarget): Pick<Visit, 'target'> {
  if (post === undefined && (words ?? []).length === 0) return {};
  return { target: { ...(post === undefined ? {} : { post }), ...(words === undefined ? {} : { words }) } };
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** Reads an id from a link or a command's arguments. */
export function readEntryId(value: unknown): string | undefined {
  return isText(value, MAX_ID_LENGTH) && value !== '' ? value : undefined;
}

/** Reads a query from a command's arguments: empty for anything that is not one. */
export function readQuery(value: unknown): string {
  return isText(value, MAX_QUERY_LENGTH) ? value : '';
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
