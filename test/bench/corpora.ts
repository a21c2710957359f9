import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Text {
  readonly id: string;
  readonly text: string;
}

interface Question {
  readonly query: string;
  /** The relevant ids, of which one suffices. */
  readonly expected: readonly string[];
}

/** Texts, with questions and their answers among the texts. */
export interface Corpus {
  readonly name: string;
  readonly texts: readonly Text[];
  readonly questions: readonly Question[];
}

/** Characters of a section; shorter ones have too little content. */
const MIN_SECTION_LENGTH = 80;

/** The available corpora, and the files of missing ones. */
export function loadCorpora(root: string): { corpora: readonly Corpus[]; missing: readonly string[] } {
  const folder = join(root, '..', 'shared', 'relevance');
  const korquad = join(folder, 'korquad-dev.json');
  const docs = join(folder, 'fastapi-docs-ko-en.json');
  const missing = [korquad, docs].filter((path) => !existsSync(path));
  return {
    corpora: [
      ...(missing.includes(korquad) ? [] : [korquadCorpus(korquad)]),
      ...(missing.includes(docs) ? [] : docsCorpora(docs)),
    ],
    missing,
  };
}

interface Korquad {
  readonly data: readonly {
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly { readonly question: string }[];
    }[];
  }[];
}

function korquadCorpus(path: string): Corpus {
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as Korquad;
  const paragraphs = data.flatMap((article) => article.paragraphs);
  const idOf = (at: number): string => `p${String(at)}`;
  return {
    name: 'KorQuAD 1.0 dev: question → paragraph',
    texts: paragraphs.map(({ context }, at) => ({ id: idOf(at), text: context })),
    questions: paragraphs.flatMap(({ qas }, at) =>
      qas.map(({ question }) => ({ query: question, expected: [idOf(at)] })),
    ),
  };
}

interface Section {
  readonly heading: string;
  readonly text: string;
}

function docsCorpora(path: string): readonly Corpus[] {
  const all = JSON.parse(readFileSync(path, 'utf8')) as readonly {
    readonly id: string;
    readonly ko: Section;
    readonly en: Section;
  }[];
  const sections = all.filter(({ ko }) => ko.text.length > MIN_SECTION_LENGTH);
  const texts = sections.map(({ id, ko }) => ({ id, text: ko.text }));
  const questionsIn = (language: 'ko' | 'en'): readonly Question[] =>
    sections.map((section) => ({ query: section[language].heading, expected: [section.id] }));
  return [
    { name: 'FastAPI documentation: English heading → Korean section', texts, questions: questionsIn('en') },
    { name: 'FastAPI documentation: Korean heading → Korean section', texts, questions: questionsIn('ko') },
  ];
}

export interface RelevanceQuery {
  readonly query: string;
  readonly kind: string;
  readonly half: 'tune' | 'test';
  /** Relevant ids within the archive; none for a query that should find nothing. */
  readonly expect: readonly string[];
  /** Whether the community's document discusses it, as judged by a reader; for queries that should find something. */
  readonly inChat?: boolean;
}

/** The project's own queries for the archive that ships. */
export function loadRelevanceQueries(root: string): readonly RelevanceQuery[] {
  return readJsonLines(join(root, 'test', 'relevance', 'queries.jsonl')) as readonly RelevanceQuery[];
}

/** The records of a JSON Lines file; none where it is not there. */
export function readJsonLines(path: string): readonly unknown[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as unknown);
}

/** The files of the archive that ships, by path. */
export function shippedFiles(root: string): Readonly<Record<string, string>> {
  const folder = join(root, 'archive', 'fastapi-user-group');
  const names = readdirSync(folder).filter((name) => /\.(md|json)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Ids of the archive that ships, in the order of the document it was made from. */
export const SHIPPED_IDS: readonly string[] = [
  'scoped-session-threads',
  'async-join-missing-rows',
  'async-session-per-request',
  'line-bot-async',
  'asgi-articles',
  'project-structure',
  'class-based-views',
  'request-lifecycle',
];

/** The document that the shipped archive was made from; `undefined` where it is missing. */
export function communityDocument(root: string): string | undefined {
  const path = join(root, '..', 'shared', 'archives', 'fastapi-user-group.md');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
