import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const EVERYTHING = 'What can a thread hold?';
export const OTHER = 'What does the other side say?';
export const KOREAN = '띄어쓰기가 있는 한국어 문장은 어디에서 줄이 바뀌나요?';
export const LONG_TITLE = `Why ${'is a title of a thousand characters asked '.repeat(30)}`
  .slice(0, 999)
  .concat('?');

/** Bytes of a picture that is loaded only when it is asked for. */
const LARGE = 11 * 1024 * 1024;

const picture = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"><rect fill="red" width="${String(width)}" height="${String(height)}"/></svg>`;

const LINES = [
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
  `> | ${Array.from({ length: 24 }, (_, at) => `column ${String(at)}`).join(' | ')} |`,
  `> |${' --- |'.repeat(24)}`,
  `> | ${Array.from({ length: 24 }, (_, at) => `identifier_${String(at)}`).join(' | ')} |`,
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
  '> See also [the other side](other.md).',
  '',
  '> A3-1. I disagree. It holds more than that.',
  '',
  ...Array.from(
    { length: 10 },
    (_, at) => `> A${String(at + 4)}. Answer number ${String(at + 4)} goes on. ${'It does. '.repeat(40)}\n`,
  ),
  '> [!NOTE]',
  '> Said later by the archivist.',
];

/** Makes a folder whose entries have every kind of content between them. */
export async function makeEverything(room: string): Promise<void> {
  await mkdir(room);
  const write = (name: string, text: string) => writeFile(join(room, name), text);
  await write('everything.md', `${LINES.join('\n')}\n`);
  await write('other.md', `---\nid: other\nstatus: disputed\n---\n# ${OTHER}\n\n> A1. Something else.\n`);
  await write(
    'korean.md',
    `---\nid: korean\nlanguage: ko\n---\n# ${KOREAN}\n\n${'세션을 요청마다 하나씩 만들고 트랜잭션이 끝나면 닫아야 합니다. '.repeat(12)}\n\n> A1. ${'데이터베이스커넥션풀을 공유하더라도 세션은 스레드마다 따로 써야 안전합니다. '.repeat(12)}\n`,
  );
  await write('title.md', `---\nid: title\n---\n# ${LONG_TITLE}\n\n> Because.\n`);
  await write('wide.svg', picture(3_000, 300));
  await write('tall.svg', picture(900, 9_000));
  const map = await open(join(room, 'map.png'), 'w');
  await map.truncate(LARGE);
  await map.close();
}
