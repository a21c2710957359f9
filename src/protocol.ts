/** The messages between the panel's page and the extension: closed unions, checked where they arrive. */

/** Replaces what the page shows. `html` comes from our own renderer. */
export interface HostMessage {
  readonly type: 'show';
  readonly html: string;
  readonly entry: string;
  readonly language: string;
}

export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'openEntry'; readonly id: string }
  | { readonly type: 'chooseLanguage'; readonly language: string };

/** Reads a message from the page; `undefined` for anything that is not one. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = value as Readonly<Record<string, unknown>>;
  const { type, id, language } = message;
  if (type === 'ready') return { type };
  if (type === 'openEntry' && typeof id === 'string') return { type, id };
  if (type === 'chooseLanguage' && typeof language === 'string') return { type, language };
  return undefined;
}
