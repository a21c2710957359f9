/**
 * The project in the screenshots: the example, a log with an error, and a small archive of its own.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'fastapi-sqlalchemy');

/** The folder of the project's own archive, relative to the project. */
export const OWN_ARCHIVE = 'team-answers';
export const OWN_DOCUMENT = 'test-database.md';
export const ERROR_LOG = 'error.log';

const ERROR = `ERROR:    Exception in ASGI application
Traceback (most recent call last):
  File "/srv/app/routers/teams.py", line 41, in members
    return [member.name for member in team.members]
  File "/srv/app/models.py", line 18, in __get__
    return self.impl.get(state, dict_)
sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here.
(Background on this error at: https://sqlalche.me/e/20/xd2s)
`;

/**
 * @typedef {object} Project
 * @property {string} folder
 * @property {string} archive the title of its own archive
 * @property {string} entry the title of the entry in `OWN_DOCUMENT`
 * @property {string} topic of that entry
 * @property {() => Promise<void>} dispose removes it
 */

/** @type {Readonly<Record<string, { title: string, topic: string, entry: string, documents: Readonly<Record<string, string>> }>>} */
const ARCHIVES = {
  en: {
    title: 'Our Team',
    topic: 'Testing',
    entry: 'Which database do the tests run on?',
    documents: {
      [OWN_DOCUMENT]: `---
title: Which database do the tests run on?
topics: [Testing]
symbols: [sqlalchemy.create_engine]
---

Locally the tests use SQLite, but CI failed on a JSON column.

> A1. PostgreSQL everywhere: SQLite has no \`jsonb\`. \`docker compose up db\` starts one with the port of CI.

> A1-Q1. Is one database enough for parallel runs?

> A1-1. Each worker gets a schema of its own; see \`conftest.py\`.
`,
      'release-notes.md': `---
title: How do we undo a migration that is live?
topics: [Releases]
---

The column is gone, and the old version still reads it.

> Never drop in one release. First stop reading, then drop in the next one.
`,
    },
  },
  ko: {
    title: '우리 팀',
    topic: '테스트',
    entry: '테스트는 어떤 데이터베이스에서 돌리나요?',
    documents: {
      [OWN_DOCUMENT]: `---
title: 테스트는 어떤 데이터베이스에서 돌리나요?
topics: [테스트]
symbols: [sqlalchemy.create_engine]
---

로컬에서는 SQLite로 돌렸는데 CI에서 JSON 컬럼 때문에 실패합니다.

> A1. 어디서나 PostgreSQL을 씁니다. SQLite에는 \`jsonb\`가 없습니다. \`docker compose up db\`로 CI와 같은 포트에 띄울 수 있습니다.

> A1-Q1. 병렬로 돌려도 데이터베이스 하나면 되나요?

> A1-1. 워커마다 스키마를 따로 씁니다. \`conftest.py\`를 보세요.
`,
      'release-notes.md': `---
title: 이미 배포한 마이그레이션은 어떻게 되돌리나요?
topics: [배포]
---

컬럼을 지웠는데 이전 버전이 아직 그 컬럼을 읽습니다.

> 한 번에 지우지 마세요. 먼저 읽지 않게 배포하고, 다음 배포에서 지웁니다.
`,
    },
  },
};

/**
 * @param {string} locale the language of the project's own archive
 * @returns {Promise<Project>}
 */
export async function makeProject(locale) {
  const archive = ARCHIVES[locale];
  if (archive === undefined) throw new Error(`There is no project in ${locale}.`);
  const home = await mkdtemp(join(tmpdir(), 'archive-answers-pictures-'));
  const folder = join(home, 'fastapi-sqlalchemy');
  await cp(EXAMPLE, folder, { recursive: true });
  await writeFile(join(folder, ERROR_LOG), ERROR);
  const root = join(folder, OWN_ARCHIVE);
  await mkdir(root);
  await writeFile(join(root, 'archive.json'), JSON.stringify({ id: 'team', title: archive.title }));
  for (const [name, text] of Object.entries(archive.documents)) await writeFile(join(root, name), text);
  const dispose = () => rm(home, { recursive: true, force: true });
  const { title, topic, entry } = archive;
  return { folder, archive: title, topic, entry, dispose };
}
