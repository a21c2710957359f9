/** The messages between the panel's page and the extension: closed unions, checked where they arrive. */

/** One look at an entry. */
export interface Visit {
  /** Tells the panel's visits apart: the reader's place belongs to a visit. */
  readonly id: number;
  readonly entry: string;
  readonly language: string;
  /** To name the entry by, should it be gone from its archive. */
  readonly title: string;
}

/** What the window keeps of a panel, so that it can be shown again after a reload. */
export interface PanelState {
  /** The history, the oldest first. */
  readonly visits: readonly Visit[];
  /** Index of the visit that is shown. */
  readonly at: number;
  /** Whether the panel keeps its entry, instead of showing whatever is opened next. */
  readonly isKept: boolean;
}

/** Replaces what the page shows, at once; the reader's place is that of the visit. HTML comes from our own renderer. */
export interface ShowMessage {
  readonly type: 'show';
  /** Tells what belongs to this showing: later pieces carry it too. */
  readonly run: number;
  readonly visit: Visit;
  readonly state: PanelState;
  /** The page without its posts. */
  readonly shell: string;
  /** The first posts. */
  readonly part: string;
  /** Words to mark, in lower case: those by which a search found the entry. */
  readonly marks: readonly string[];
  readonly labels: PageLabels;
}

/** What the page itself says. */
export interface PageLabels {
  /** The language of these words, which need not be that of the entry. */
  readonly language: string;
  readonly close: string;
  readonly copied: string;
  readonly zoom: string;
}

export type HostMessage =
  | ShowMessage
  /** Further posts, in order. */
  | { readonly type: 'part'; readonly run: number; readonly html: string }
  /** The entry's versions beside those of the reader's project; empty where there is nothing to compare. */
  | { readonly type: 'compare'; readonly run: number; readonly text: string }
  /** All posts were sent. */
  | { readonly type: 'end'; readonly run: number }
  /** Goes to a post and gives it the focus. */
  | { readonly type: 'goTo'; readonly post: number }
  /** Shows a post while the reader chooses; without one, the place where they were. */
  | { readonly type: 'peek'; readonly post: number | undefined }
  /** Goes some posts on or back. */
  | { readonly type: 'step'; readonly by: number }
  /** Asks for a `pong`, behind all that was told before. */
  | { readonly type: 'ping' }
  /** Asks which post the reader is at. */
  | { readonly type: 'locate' }
  /** What was asked for is on the clipboard, or there was nothing to copy. */
  | { readonly type: 'copied'; readonly request: number; readonly isDone: boolean };

const ACTS = ['openSource', 'report', 'copyLink', 'copyMarkdown', 'goToPost', 'back', 'forward'] as const;
/** What a control of the page asks for, without more to say. */
export type Act = (typeof ACTS)[number];

export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  /** The reader has pressed a mouse button, a pen or a finger on the page. */
  | { readonly type: 'pressed' }
  /** The page has got or lost the focus. */
  | { readonly type: 'focused'; readonly isFocused: boolean }
  | { readonly type: 'openEntry'; readonly id: string }
  | { readonly type: 'chooseLanguage'; readonly language: string }
  | { readonly type: 'search'; readonly query: string }
  | { readonly type: 'copyPost'; readonly post: number; readonly request: number }
  | { readonly type: 'copyText'; readonly text: string; readonly request: number }
  /** With a request it is answered, like a copy. */
  | { readonly type: 'act'; readonly act: Act; readonly request: number | undefined }
  /** The post that the reader is at, by its index in the entry; none above the first one. */
  | { readonly type: 'located'; readonly post: number | undefined };

type Fields = Readonly<Record<string, unknown>>;

/** Reads a message from the page; `undefined` for anything that is not one. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, id, language, query, post, text, request, isFocused } = value;
  switch (type) {
    case 'ready':
    case 'pong':
    case 'pressed':
      return { type };
    case 'focused':
      return typeof isFocused === 'boolean' ? { type, isFocused } : undefined;
    case 'openEntry':
      return typeof id === 'string' ? { type, id } : undefined;
    case 'chooseLanguage':
      return typeof language === 'string' ? { type, language } : undefined;
    case 'search':
      return typeof query === 'string' ? { type, query } : undefined;
    case 'copyPost':
      return isCount(post) && isCount(request) ? { type, post, request } : undefined;
    case 'copyText':
      return typeof text === 'string' && isCount(request) ? { type, text, request } : undefined;
    case 'located':
      return post === undefined || isCount(post) ? { type, post } : undefined;
    case 'act': {
      const act = ACTS.find((known) => known === value['act']);
      if (act === undefined || !(request === undefined || isCount(request))) return undefined;
      return { type, act, request };
    }
    default:
      return undefined;
  }
}

/** Reads a state that the window kept; `undefined` for anything that is not one. */
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
  return isOne && typeof title === 'string' ? { id, entry, language, title } : undefined;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
