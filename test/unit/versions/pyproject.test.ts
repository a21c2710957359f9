import { describe, expect, it } from 'vitest';
import { readPyproject } from '../../../src/core/versions/pyproject';

const read = (text: string) =>
  readPyproject(text).map((one) => `${one.package} ${one.version} ${one.origin}`);

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
  'fastapi 0.115 required',
  'sqlalchemy 2.0.36 pinned',
  'asyncpg 0.30.0 required',
  'pytest 8 required',
  'ruff 0.7.1 pinned',
  'mkdocs 1.6 required',
  'httpx 0.27 required',
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
  'fastapi 0.115.4 required',
  'sqlalchemy 1.4 required',
  'numpy 2.1 required',
  'black 24.10.0 pinned',
  'pytest 8.3 required',
];

describe('readPyproject', () => {
  it.each([
    ['PEP 621, PEP 735, uv and PDM', PROJECT, PROJECT_VERSIONS],
    ['Poetry', POETRY, POETRY_VERSIONS],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(read(`\u{feff}${text.replaceAll('\n', '\r\n')}`)).toEqual(expected);
  });

  it.each([
    ['PEP 621', PROJECT, PROJECT_VERSIONS],
    ['Poetry', POETRY, [...POETRY_VERSIONS, 'numpy 1.24 required']],
  ])('%s, truncated anywhere, keeps the tables before', (_, text, expected) => {
    for (let end = 0; end <= text.length; end += 1) {
      // A truncated value is not valid TOML, so no version is cut short.
      expect(expected).toEqual(expect.arrayContaining(read(text.slice(0, end))));
    }
    expect(read(text.slice(0, text.lastIndexOf('\n[') + 5)).length).toBeGreaterThan(3);
  });

  it.each(['__proto__ = "^1"', 'big = 99999999999999999999'])(
    'keeps the other keys of a table with %s',
    (line) => {
      expect(read(`[tool.poetry.dependencies]\n${line}\na = "^1"\n`)).toEqual(['a 1 required']);
    },
  );

  it('keeps the tables after an invalid one', () => {
    expect(read(POETRY.replace('name = "app"', 'name = '))).toEqual(POETRY_VERSIONS);
  });

  it.each([
    'project = 3',
    '[project]\ndependencies = "fastapi>=1"',
    '[project]\ndependencies = [1, ["a>=1"], {}]',
    '[project]\noptional-dependencies = ["a>=1"]',
    '[tool.poetry]\ndependencies = ["a"]\ngroup = 1',
    '[tool.poetry.dependencies]\na = 1\nb = [2, { version = 3 }]\n__proto__ = "^1"',
    '',
  ])('reads nothing from %j', (text) => {
    expect(read(text)).toEqual([]);
  });
});
