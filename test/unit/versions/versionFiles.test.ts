import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excludesVersions, formatVersion } from '../../../src/core/versions/requirementRanges';
import { rankOfVersionFile } from '../../../src/core/versions/versionFileNames';
import { readVersionFile } from '../../../src/core/versions/versionFiles';
import { PIPFILE_LOCK, POETRY_LOCK, UV_LOCK } from './texts';

const versionsIn = async (path: string, text: string) =>
  Object.fromEntries(
    (await readVersionFile(path, text)).versions
      .filter(excludesVersions)
      .map((found) => [found.package, formatVersion(found)]),
  );

const LOCKS = [
  ['uv.lock', UV_LOCK, { fastapi: '0.115.4', greenlet: '3.1.1', sqlalchemy: '2.0.36' }],
  ['poetry.lock', POETRY_LOCK, { sqlalchemy: '1.4.54', 'typing-extensions': '4.12.2' }],
  ['Pipfile.lock', PIPFILE_LOCK, { fastapi: '0.115.12', sqlalchemy: '2.0.36', pytest: '8.3.3' }],
] as const;

describe('lock files', () => {
  it.each(LOCKS)('%s', async (path, text, expected) => {
    expect(await versionsIn(path, text)).toEqual(expected);
    expect(await versionsIn(`backend/${path}`, text)).toEqual(expected);
  });

  it.each(LOCKS)('%s with a byte order mark and CRLF', async (path, text, expected) => {
    expect(await versionsIn(path, `\u{feff}${text.replaceAll('\n', '\r\n')}`)).toEqual(expected);
  });

  it.each(LOCKS)(
    '%s, truncated anywhere, has no version that is not in the whole',
    async (path, text, expected) => {
      // The whole has the highest of several versions; a truncated text may only have a lower one.
      const known = { ...expected, greenlet: expect.stringMatching(/^(2\.0\.2|3\.1\.1)$/) as unknown };
      let mostPackages = 0;
      for (let end = 0; end <= text.length; end += 1) {
        const found = await versionsIn(path, text.slice(0, end));
        expect(known).toMatchObject(found);
        expect(Object.keys(found).length).toBeGreaterThanOrEqual(mostPackages);
        mostPackages = Math.max(
          mostPackages,
          end % 10 === 0 && text[end - 1] === '\n' ? Object.keys(found).length : 0,
        );
      }
    },
  );

  it.each([
    ['uv.lock', UV_LOCK, 'name = "my-app"', ['fastapi', 'greenlet']],
    ['poetry.lock', POETRY_LOCK, 'name = "typing', ['sqlalchemy']],
    ['Pipfile.lock', PIPFILE_LOCK, '"extras"', ['fastapi']],
  ])('%s, truncated, keeps the packages before', async (path, text, at, expected) => {
    expect(Object.keys(await versionsIn(path, text.slice(0, text.indexOf(at))))).toEqual(expected);
  });

  it.each(['pylock.toml', 'pylock.dev.toml'])('%s', async (path) => {
    const text = `lock-version = "1.0"
created-by = "pip"
[[packages]]
name = "attrs"
version = "25.1.0"
wheels = [{ name = "attrs-25.1.0-py3-none-any.whl", upload-time = 2025-01-25T11:30:10Z, hashes = { sha256 = "c7" } }]
[[packages.attestation-identities]]
environment = "release-pypi"
kind = "GitHub"
[[packages]]
name = "local"
directory = { path = "." }
`;
    expect(await versionsIn(path, text)).toEqual({ attrs: '25.1.0' });
  });

  it('pdm.lock', async () => {
    const text = `[metadata]
groups = ["default"]

[[package]]
name = "httpx"
version = "0.27.2"
summary = "The next generation HTTP client."
files = [
    {file = "httpx-0.27.2-py3-none-any.whl", hash = "sha256:7bb2"},
]
`;
    expect(await versionsIn('pdm.lock', text)).toEqual({ httpx: '0.27.2' });
  });

  it('keeps the other packages when one has a merge conflict', async () => {
    const text = UV_LOCK.replace(
      'version = "0.115.4"\n',
      '<<<<<<< HEAD\nversion = "0.115.4"\n=======\nversion = "0.116"\n>>>>>>> main\n',
    );
    expect(await versionsIn('uv.lock', text)).toEqual({ greenlet: '3.1.1', sqlalchemy: '2.0.36' });
  });

  it('yields between packages, and adds the file of each version', async () => {
    let yields = 0;
    const { versions, references } = await readVersionFile('app/uv.lock', UV_LOCK, () => {
      yields += 1;
      return Promise.resolve();
    });
    expect(yields).toBeGreaterThanOrEqual(5);
    expect(references).toEqual([]);
    expect(versions[0]).toEqual({
      package: 'fastapi',
      version: '0.115.4',
      origin: 'locked',
      file: 'app/uv.lock',
    });
  });
});

describe('readVersionFile', () => {
  it('reads only the tables of packages', async () => {
    const text = 'package = [{ name = "a", version = "1" }]\nnote = "[[package]]"\n';
    expect(await versionsIn('uv.lock', text)).toEqual({});
  });

  it('reads headers with blanks, and one after a byte order mark', async () => {
    const table = 'name = "a"\nversion = "1"\n';
    expect(await versionsIn('uv.lock', `[[ package ]]\n${table}`)).toEqual({ a: '1' });
    expect(await versionsIn('uv.lock', `\u{feff}[[package]]\n${table}`)).toEqual({ a: '1' });
  });

  it.each(['my-uv.lock', 'uv.lock.txt', 'base.in'])('reads %s as a requirements file', async (path) => {
    expect(await versionsIn(path, 'a==1')).toEqual({ a: '1' });
  });

  it('reads nothing from JSON that is nested too deeply', async () => {
    expect(await versionsIn('Pipfile.lock', `${'{"a":'.repeat(100_000)}}`)).toEqual({});
  });
});

describe('rankOfVersionFile', () => {
  it('orders files by precedence', () => {
    const files = [
      'uv.lock',
      'poetry.lock',
      'pdm.lock',
      'Pipfile.lock',
      'pylock.toml',
      'pylock.dev.toml',
      'requirements.txt',
      'requirements-dev.txt',
      'pyproject.toml',
    ];
    const ranks = files.map(rankOfVersionFile);
    expect(ranks).toEqual(ranks.toSorted((one, other) => one! - other!));
    expect(new Set(ranks).size).toBe(files.length);
    expect(ranks[0]).toBeGreaterThan(0);
  });

  it.each(['a/b/uv.lock', 'requirements/dev.txt', 'a/requirements/base.txt', 'requirements_test.txt'])(
    'ranks %s',
    (path) => {
      expect(rankOfVersionFile(path)).toBeDefined();
    },
  );

  it.each([
    'cargo.lock',
    'my-uv.lock',
    'notes.txt',
    'requirements/a/b/c.txt',
    'Pipfile.bak',
    'constraints.txt',
    'environment.md',
    'setup.cfg.in',
    'my-setup.py',
    'uv.lock.bak',
    'poetry.lock.bak',
    'pdm.lock.bak',
    'Pipfile.lock.bak',
    'pylock.toml.bak',
    'pylock.dev.toml.bak',
    'requirements.txt.bak',
    'requirements-dev.txt.bak',
    'requirements/dev.txt.bak',
    'pyproject.toml.bak',
    '',
  ])('does not rank %s', (path) => {
    expect(rankOfVersionFile(path)).toBeUndefined();
  });
});

describe('any content', () => {
  const paths = fc.constantFrom(
    'uv.lock',
    'pylock.toml',
    'Pipfile.lock',
    'pyproject.toml',
    'requirements.txt',
  );
  const fragments = fc.constantFrom(
    ...[
      '[[package]]\n',
      '[project]\n',
      '[tool.poetry.dependencies]\n',
      'dependencies = [',
      '"x>=1"',
      ']',
      '\n',
    ],
    ...[
      'name = "a"\n',
      'version = "1.0"\n',
      'version = 1\n',
      '{"default":',
      '{"a":',
      '{"version":"==1"}',
      '}',
      ',',
    ],
    ...[
      '__proto__ = "1"\n',
      '"__proto__":',
      'null',
      '-r ',
      '../x',
      '\\\n',
      '#',
      '>=',
      '1.0',
      ' --hash=',
      '\u{feff}',
    ],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fragments, { maxLength: 20 }).map((parts) => parts.join('')),
  );

  it('is read without errors, and yields only valid names and versions', async () => {
    await fc.assert(
      fc.asyncProperty(paths, texts, async (path, text) => {
        for (const found of (await readVersionFile(path, text)).versions) {
          expect(found.package).toMatch(/^[a-z\d]([a-z\d-]*[a-z\d])?$/);
          expect(formatVersion(found)).toMatch(/^$|^[<>=]*\d/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['[', '{"a":', '{"a":{}', 'a.', '(', ' ', '\n[', '-', '\\\n', '1.', '"', '.*', 'x=={'])(
    'is read in linear time: %j, a hundred thousand times',
    async (fragment) => {
      for (const path of ['uv.lock', 'Pipfile.lock', 'pyproject.toml', 'requirements.txt']) {
        // Quadratic time would take minutes.
        const { references } = await readVersionFile(path, fragment.repeat(100_000));
        expect(references).toEqual([]);
      }
    },
  );

  it.each([
    'null',
    '[]',
    '3',
    '{"default": []}',
    '{"default": {"a": null, "b": {"version": 2}}}',
    '{"develop": "x"}',
  ])('Pipfile.lock: reads nothing from %s', async (text) => {
    expect(await versionsIn('Pipfile.lock', text)).toEqual({});
  });
});
