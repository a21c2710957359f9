/** The messages between the panel's page and the extension: closed unions, checked where they arrive. */

/** Replaces what the page shows. `html` comes from our own renderer. */
export interface HostMessage {
  readonly type: 'show';
  readonly html: string;
  readonly state: PanelState;
  /** `top`: an entry is opened; `back`: one that was shown before is shown again, where the reader was. */
  readonly place: 'top' | 'back';
  /** Words to mark, in lower case: those by which a search found the entry. */
  readonly marks: readonly string[];
}

/** What the page shows: kept by the window, so that it can be shown again after a reload. */
export interface PanelState {
  readonly entry: string;
  readonly language: string;
  /** To name the entry by, should it be gone from its archive. */
  readonly title: string;
}

export type PageMessage =
  | { readonly type: 'ready' }
  /** The reader has pressed a mouse button, a pen or a finger on the page. */
  | { readonly type: 'pressed' }
  | { readonly type: 'openEntry'; readonly id: string }
  | { readonly type: 'chooseLanguage'; readonly language: string }
  | { readonly type: 'search'; readonly query: string };

/** Reads a message from the page; `undefined` for anything that is not one. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, id, language, query } = value as Readonly<Record<string, unknown>>;
  if (type === 'ready' || type === 'pressed') return { type };
  if (type === 'openEntry' && typeof id === 'string') return { type, id };
  if (type === 'chooseLanguage' && typeof language === 'string') return { type, language };
  if (type === 'search' && typeof query === 'string') return { type, query };
  return undefined;
}

/** Reads a state that the window kept; `undefined` for anything that is not one. */
export function readPanelState(value: unknown): PanelState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { entry, language, title } = value as Readonly<Record<string, unknown>>;
  if (typeof entry !== 'string' || typeof language !== 'string' || typeof title !== 'string')
    return undefined;
  return { entry, language, title };
}
