import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture, RoomContents } from './room';

const ROOT = join(import.meta.dirname, '..', '..');

export const EVERYTHING = 'What can a thread hold?';
export const OTHER = 'What does the other side say?';
const KOREAN = '띄어쓰기가 있는 한국어 문장은 어디에서 줄이 바뀌나요?';
const LONG_TITLE = `Why ${'is a title of a thousand characters asked '.repeat(30)}`.slice(0, 999).concat('?');

const MEGABYTE = 1024 * 1024;

/** An SVG image of that size in pixels. */
export function svg(width: number, height: number): Picture {
  const size = `width="${String(width)}" height="${String(height)}"`;
  return { body: `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect fill="red" ${size}/></svg>` };
}

/** A tiny PNG that the archive reports as having `megabytes`. */
export function largePng(megabytes: number): Picture {
  const body = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  return { body, bytes: megabytes * MEGABYTE };
}

const COLUMNS = Array.from({ length: 24 }, (_, at) => at);

const EVERYTHING_TEXT = [
  '---',
  'id: everything',
  'status: disputed',
  'see: [other]',
  "versions: ['sqlalchemy 1.4']",
  'symbols: [sqlalchemy.orm.Session]',
  '---',
  `# ${EVERYTHING}`,
  '',
  'Here is <mark>what matters</mark>, and more.',
  '',
  '> A1. It holds code:',
  '>',
  '> ```python',
  `> session = sessionmaker(bind=engine, ${'an_option=True, '.repeat(30)})`,
  '> ```',
  '>',
  '> and a table:',
  '>',
  `> | ${COLUMNS.map((at) => `column ${String(at)}`).join(' | ')} |`,
  `> |${' --- |'.repeat(COLUMNS.length)}`,
  `> | ${COLUMNS.map((at) => `identifier_${String(at)}`).join(' | ')} |`,
  '',
  '> A2. It holds pictures: ![a wide one](wide.svg) ![a tall one](tall.svg) ![a large one](map.png) ![a lost one](lost.png)',
  '',
  '> A3. It holds what is folded:',
  '>',
  '> <details><summary>The whole log</summary>',
  '>',
  `> ${'Line after line of a log. '.repeat(200)}`,
  '>',
  '> </details>',
  '>',
  '> See also [the other side](other.md) and [the manual](https://example.org/manual).',
  '',
  '> A3-1. I disagree. It holds more than that.',
  '',
  ...Array.from({ length: 10 }, (_, at) => {
    const number = String(at + 4);
    return `> A${number}. Answer number ${number} goes on. ${'It does. '.repeat(40)}\n`;
  }),
  '> [!NOTE]',
  '> Said later by the archivist.',
].join('\n');

const KOREAN_TEXT = [
  '---\nid: korean\nlanguage: ko\n---',
  `# ${KOREAN}\n`,
  `${'세션을 요청마다 하나씩 만들고 트랜잭션이 끝나면 닫아야 합니다. '.repeat(12)}\n`,
  `> A1. ${'데이터베이스커넥션풀을 공유하더라도 세션은 스레드마다 따로 써야 안전합니다. '.repeat(12)}`,
].join('\n');

/** Entries `everything`, `other`, `korean` and `title`; together they have every kind of content. */
export const EVERYTHING_ROOM: RoomContents = {
  files: {
    'everything.md': EVERYTHING_TEXT,
    'other.md': `---\nid: other\nstatus: disputed\n---\n# ${OTHER}\n\n> A1. Something else.\n`,
    'korean.md': KOREAN_TEXT,
    'title.md': `---\nid: title\n---\n# ${LONG_TITLE}\n\n> Because.\n`,
  },
  pictures: { 'wide.svg': svg(3_000, 300), 'tall.svg': svg(900, 9_000), 'map.png': largePng(11) },
};

let shipped: Promise<RoomContents> | undefined;

/** The archive that ships. */
export function shippedRoom(): Promise<RoomContents> {
  shipped ??= readShipped();
  return shipped;
}

async function readShipped(): Promise<RoomContents> {
  const name = 'fastapi-user-group';
  const folder = join(ROOT, 'archive', name);
  const paths = await readdir(folder);
  const files = paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const);
  return { name, files: Object.fromEntries(await Promise.all(files)) };
}

/** A Korean chat room's document with many questions. */
export async function questionRoom(): Promise<RoomContents> {
  const folder = join(ROOT, 'test', 'fixtures', 'room');
  return {
    files: { 'room.md': await readFile(join(folder, 'room.md'), 'utf8') },
    pictures: { 'images/there.png': { body: await readFile(join(folder, 'images', 'there.png')) } },
  };
}

const SENTENCE = 'It says something about sessions, and goes on for a while. ';

/** A thread with the id `thread`: a question and ten answers, the first of them `moreSentences` longer. */
export function threadOfTen(moreSentences = 0): string {
  const answers = Array.from({ length: 10 }, (_, at) => {
    const text = SENTENCE.repeat(8 + (at === 0 ? moreSentences : 0));
    return `> A${String(at + 1)}. Answer number ${String(at + 1)}. ${text.trim()}\n`;
  });
  return `---\nid: thread\n---\n# Where was I in this thread?\n\nSomewhere.\n\n${answers.join('\n')}`;
}

/** A thread with the id `long`: a question and `posts` posts; among the first hundred every third asks back. */
export function longThread(posts: number): string {
  const quotes = Array.from({ length: posts }, (_, at) => {
    const label = at > 98 ? '' : at % 3 === 2 ? `A${String(at)}-Q1. ` : `A${String(at + 1)}. `;
    const text = `Post number ${String(at)} says something about sessions.`;
    return `> ${label}${text}\n>\n> Its second paragraph goes on for a while, so that it takes room.`;
  });
  return `---\nid: long\n---\n# How long may a thread be?\n\nThere are many.\n\n${quotes.join('\n\n')}\n`;
}
