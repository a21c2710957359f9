import { subjectsOf, type Entry, type Variant } from '../model';
import { textOf } from './postText';

/** What an entry is searched by, and how much a word found there weighs beside a word of an answer. */
export const FIELD_WEIGHTS = {
  title: 4,
  symbols: 3,
  topics: 1.5,
  question: 1.5,
  answers: 1,
  code: 0.5,
} as const;

export type Field = keyof typeof FIELD_WEIGHTS;
export const FIELDS = Object.keys(FIELD_WEIGHTS) as readonly Field[];

/** One variant of an entry as an index takes it. */
export interface IndexDocument {
  /** Unique among the documents of an index. */
  readonly key: string;
  readonly fields: Readonly<Record<Field, string>>;
}

/** The searchable text of one language's variant. */
export function indexDocumentOf(entry: Entry, variant: Variant, key: string): IndexDocument {
  const texts = variant.posts.map((post) => ({ kind: post.kind, ...textOf(post) }));
  const prose = (isQuestion: boolean): string =>
    texts
      .filter(({ kind }) => (kind === 'question') === isQuestion)
      .map((text) => text.prose)
      .join('\n');
  return {
    key,
    fields: {
      title: [variant.title, ...entry.aliases].join('\n'),
      // Those found in the text are searched there.
      symbols: [...subjectsOf(entry), ...entry.errorCodes].join('\n'),
      topics: variant.topics.join('\n'),
      question: prose(true),
      answers: prose(false),
      code: texts.map(({ code }) => code).join('\n'),
    },
  };
}
