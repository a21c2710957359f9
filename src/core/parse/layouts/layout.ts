/** The layouts a document may have. Messages to authors list them in this order. */
export const LAYOUTS = ['thread', 'entry', 'faq', 'collapsed', 'prose'] as const;

export type Layout = (typeof LAYOUTS)[number];
