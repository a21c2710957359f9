/** Where in a document a stranger's text stands. */
export const PLACES = [
  'body',
  'title',
  'heading',
  'answer',
  'alt',
  'linkTitle',
  'symbol',
  'topic',
  'versions',
  'author',
  'info',
  'fileName',
] as const;
export type Place = (typeof PLACES)[number];

/** One attack: a text, and the place that it is made for. */
export interface Vector {
  /** Its family and number. */
  readonly id: string;
  readonly place: Place;
  readonly text: string;
}

/** Attacks by their family, with the place of each family. */
export type Vectors = Readonly<Record<string, readonly [Place, readonly string[]]>>;

/** What an attack tries to run. The page that vectors are shown on defines it and must never see it called. */
export const RUN = 'fired()';
