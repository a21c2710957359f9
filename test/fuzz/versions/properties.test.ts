import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/core/versions/compareVersions';
import { readRequirement } from '../../../src/core/versions/requirement';
import { allowsVersion, constrain, formatVersion } from '../../../src/core/versions/requirementRanges';
import { readScriptMetadata } from '../../../src/core/versions/scriptMetadata';
import { readVersionFile } from '../../../src/core/versions/versionFiles';

const FILES = [
  'uv.lock',
  'pylock.toml',
  'Pipfile.lock',
  'pixi.lock',
  'requirements.txt',
  'environment.yml',
  'pixi.toml',
  'Pipfile',
  'pyproject.toml',
  'setup.cfg',
  'setup.py',
];

const FRAGMENTS = [
  ...[
    '[[package]]\n',
    '[project]\n',
    '[options]\n',
    '[packages]\n',
    '[tool.uv]\n',
    '[tool.pixi.dependencies]\n',
  ],
  ...[
    'name = "a"\n',
    'version = "1.0"\n',
    'dependencies = [',
    'dependencies:\n',
    'packages:\n',
    '- name: a\n',
  ],
  ...[
    'install_requires = ',
    'install_requires=[',
    'file: ',
    '- pip:\n',
    '  - ',
    'a=1.0=py_0',
    'a[version="<2"]',
  ],
  ...['"x>=1"', "'x<2'", ']', '}', '{"default":', '{"a":', '"version":"==1.0"', ',', ':', '=', '\\\n', '\\'],
  ...[
    '"""',
    "'''",
    '#',
    ' ',
    '\n',
    '\t',
    '\r\n',
    '\0',
    '\u{feff}',
    '&a ',
    '*a',
    '<<: ',
    '!!js ',
    '- ',
    '? ',
    '| ',
  ],
  ...[
    '-r ',
    '-c ',
    '-e ',
    '../x',
    '/x',
    'C:\\x',
    'x/y-1.0.tar.gz',
    'git+https://h/r@v1.2.3#egg=r',
    '@ ',
    ';',
  ],
  ...[
    '__proto__',
    'constructor',
    '>=',
    '<',
    '!=',
    '~=',
    '1.0',
    '1!',
    '*',
    '||',
    '99999999999999999999',
    '가',
  ],
];

describe('any text', () => {
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 8 })), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''));

  it('is read without errors; names and versions are valid, and references stay inside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FILES), texts, async (name, text) => {
        const { versions, constraints = [], references } = await readVersionFile(`app/${name}`, text);
        for (const version of [...versions, ...constraints]) {
          expect(version.package).toMatch(/^[a-z\d]([a-z\d-]*[a-z\d])?$/);
          expect(formatVersion(version)).toMatch(/^$|^[<>=]*\d/);
        }
        for (const { path } of references) expect(path).not.toMatch(/^[/\\]|(?:^|\/)\.\.(?:\/|$)|^$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('is no script by accident', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        await readScriptMetadata(`# /// script\n# ${text}\n# ///\n`);
      }),
      { numRuns: 1000 },
    );
  });

  it('hides no requirement that stands on a line of its own', async () => {
    const junk = fc.constantFrom(
      '???',
      '-x',
      '# note',
      '',
      ' ',
      '"',
      '- [',
      'a b c',
      '\0',
      'x==',
      '--hash=1',
      '{',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(junk, { maxLength: 6 }),
        fc.array(junk, { maxLength: 6 }),
        async (before, after) => {
          const lines = [...before, 'sqlalchemy==1.4.49', ...after];
          const found = [
            await readVersionFile('requirements.txt', lines.join('\n')),
            await readVersionFile(
              'environment.yml',
              ['dependencies:', ...lines.map((line) => `  - ${line}`)].join('\n'),
            ),
            await readVersionFile(
              'setup.cfg',
              ['[options]', 'install_requires =', ...lines.map((line) => `  ${line}`)].join('\n'),
            ),
          ];
          for (const { versions } of found)
            expect(versions).toContainEqual(
              expect.objectContaining({ package: 'sqlalchemy', version: '1.4.49' }),
            );
        },
      ),
    );
  });
});

describe('large and hostile texts', () => {
  const SIZE = 150_000;
  const LINES = [
    '\n',
    '[[package]]\n',
    '- a\n',
    'a==1\n',
    '"a":{\n',
    'a: b\n',
    '[a]\n',
    '- pip:\n',
    "'\n",
    '-r x\n',
    '[\n',
  ];
  const HEADS = [
    '',
    'dependencies:\n',
    'packages:\n',
    '[options]\ninstall_requires =\n',
    'install_requires=[\n',
  ];

  it.each(FILES)('%s is read in small steps, and in linear time', async (name) => {
    for (const line of LINES) {
      for (const head of HEADS) {
        let steps = 0;
        const text = head + line.repeat(SIZE / line.length);
        // Quadratic time would take minutes.
        await readVersionFile(name, text, () => {
          steps += 1;
          return Promise.resolve();
        });
        expect(steps).toBeLessThanOrEqual(text.length + 1);
      }
    }
  });

  it.each([
    '[',
    '{',
    '{a: ',
    '- ',
    '((',
    '"',
    'a.',
    '>=1,',
    'x==',
    '1.',
    '\\',
    ' ',
    'install_requires=[',
    '가',
  ])('a line of %j is read in linear time', async (fragment) => {
    for (const name of FILES) {
      for (const head of [
        '',
        'x==',
        'dependencies:\n- ',
        'dependencies = ',
        '[options]\ninstall_requires = ',
      ]) {
        const { versions } = await readVersionFile(name, head + fragment.repeat(100_000 / fragment.length));
        expect(versions.length).toBeLessThanOrEqual(1);
      }
    }
  });

  it('a line that is too long silences its file only', async () => {
    expect((await readVersionFile('requirements.txt', `a==1\n${'x'.repeat(300_000)}`)).versions).toEqual([]);
  });

  it('aliases of YAML are not followed', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map(
        (key, at) =>
          `${key}: &${key} [${Array(9)
            .fill(`*${'abcdefgh'.charAt(at)}`)
            .join(', ')}]`,
      ),
      'dependencies:',
      '  - *i',
      '  - &y {pip: [*y]}',
      '  - sqlalchemy=1.4',
    ].join('\n');
    const { versions } = await readVersionFile('environment.yml', bomb);
    expect(versions.map(({ package: name }) => name)).toEqual(['sqlalchemy']);
  });

  it('more packages than anyone has are not kept', async () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `p${String(at)}==1.${String(at)}`).join('\n');
    expect((await readVersionFile('requirements.txt', text)).versions).toHaveLength(5000);
  });
});

describe('requirements', () => {
  const release = fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }).map((numbers) => numbers.join('.'));
  const operator = fc.constantFrom('<', '<=', '>', '>=', '==');
  const requirement = fc
    .array(fc.tuple(operator, release), { maxLength: 2 })
    .map((terms) => readRequirement(`x${terms.map((term) => term.join('')).join(',')}`)!);
  const exact = release.map((version) => readRequirement(`x==${version}`)!);

  it('with an upper bound are older than every series from it on', () => {
    fc.assert(
      fc.property(release, fc.nat(4), (bound, more) => {
        const allowed = readRequirement(`x<${bound}`)!;
        expect(compareVersions(bound, allowed)).toBe('newer');
        expect(compareVersions(`${bound}.${String(more)}`, allowed)).toBe('newer');
        expect(compareVersions('0', readRequirement('x<0.9')!)).not.toBe('newer');
      }),
    );
  });

  it('say of an entry what holds for every version they allow', () => {
    fc.assert(
      fc.property(requirement, exact, release, (required, version, series) => {
        const relation = compareVersions(series, required);
        if (relation === undefined || !allowsVersion(required, version)) return;
        expect(compareVersions(series, version)).toBe(relation);
      }),
      { numRuns: 2000 },
    );
  });

  it('allow no more than they did when they are constrained', () => {
    fc.assert(
      fc.property(requirement, requirement, exact, (required, constraint, version) => {
        const constrained = constrain(required, constraint);
        if (constrained !== required && allowsVersion(constrained, version)) {
          expect(allowsVersion(required, version)).toBe(true);
          expect(allowsVersion(constraint, version)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
