import { describe, expect, it } from 'vitest';
import { readPyproject } from '../../../src/core/versions/pyproject';
import { excludesVersions, formatVersion } from '../../../src/core/versions/requirementRanges';

const read = async (text: string) =>
  (await readPyproject('pyproject.toml', text)).versions
    .filter(excludesVersions)
    .map((one) => `${one.package} ${formatVersion(one)}`);

const PROJECT = `[project]
name = "app"
dependencies = [
  "fastapi>=0.115,<1",
  "sqlalchemy[asyncio]==2.0.36",
  "uvicorn",
]

[project.optional-dependencies]
db = ["asyncpg~=0.30.0"]

[dependency-groups]
test = ["pytest>=8", { include-group = "lint" }]
lint = ["ruff==0.7.1"]

[tool.uv]
dev-dependencies = ["httpx>=0.27"]

[tool.pdm.dev-dependencies]
docs = ["mkdocs>=1.6", "-e file:///\${PROJECT_ROOT}/x#egg=x"]
`;
const PROJECT_VERSIONS = [
  'fastapi >=0.115,<1',
  'sqlalchemy 2.0.36',
  'asyncpg >=0.30.0,<0.31',
  'pytest >=8',
  'ruff 0.7.1',
  'mkdocs >=1.6',
  'httpx >=0.27',
];

const POETRY = `[tool.poetry]
name = "app"

[tool.poetry.dependencies]
python = "^3.10"
fastapi = "^0.115.4"
SQLAlchemy = { version = "~1.4", extras = ["asyncio"] }
numpy = [
  { version = "^1.24", python = "<3.9" },
  { version = "^2.1", python = ">=3.9" },
]
mine = { path = "../mine" }
any = "*"

[tool.poetry.dev-dependencies]
black = "24.10.0"

[tool.poetry.group.test.dependencies]
pytest = "^8.3"
`;
const POETRY_VERSIONS = [
  'fastapi >=0.115.4,<0.116',
  'sqlalchemy >=1.4,<1.5',
  'numpy >=2.1,<3',
  'black 24.10.0',
  'pytest >=8.3,<9',
];

describe('readPyproject', () => {
  it.each([
    ['PEP 621, PEP 735, uv and PDM', PROJECT, PROJECT_VERSIONS],
    ['Poetry', POETRY, POETRY_VERSIONS],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
    expect(await read(`\u{feff}${text.replaceAll('\n', '\r\n')}`)).toEqual(expected);
  });

  it.each([
    ['PEP 621', PROJECT, PROJECT_VERSIONS],
    ['Poetry', POETRY, [...POETRY_VERSIONS, 'numpy >=1.24,<2']],
  ])('%s, truncated anywhere, keeps the tables before', async (_, text, expected) => {
    for (let end = 0; end <= text.length; end += 1) {
      // A truncated value is not valid TOML, so no version is cut short.
      expect(expected).toEqual(expect.arrayContaining(await read(text.slice(0, end))));
    }
    expect((await read(text.slice(0, text.lastIndexOf('\n[') + 5))).length).toBeGreaterThan(3);
  });

  it.each(['__proto__ = "^1"', 'big = 99999999999999999999'])(
    'keeps the other keys of a table with %s',
    async (line) => {
      expect(await read(`[tool.poetry.dependencies]\n${line}\na = "^1"\n`)).toEqual(['a >=1,<2']);
    },
  );

  it('keeps the tables after an invalid one', async () => {
    expect(await read(POETRY.replace('name = "app"', 'name = '))).toEqual(POETRY_VERSIONS);
  });

  it.each([
    'project = 3',
    '[project]\ndependencies = "fastapi>=1"',
    '[project]\ndependencies = [1, ["a>=1"], {}]',
    '[project]\noptional-dependencies = ["a>=1"]',
    '[tool.poetry]\ndependencies = ["a"]\ngroup = 1',
    '[tool.poetry.dependencies]\na = 1\nb = [2, { version = 3 }]\n__proto__ = "^1"',
    '',
  ])('reads nothing from %j', async (text) => {
    expect(await read(text)).toEqual([]);
  });
});
