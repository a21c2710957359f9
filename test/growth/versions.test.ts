import { describe, expect, it } from 'vitest';
import { readScriptMetadata } from '../../src/core/versions/scriptMetadata';
import { readVersionFile } from '../../src/core/versions/versionFiles';
import { LINEAR, measureAsyncGrowth } from './growth';
import { nested, numbered, repeated, type Shape } from './inputs';

/** Lines too long to be read are cut, so that many of them count. */
const lines = (line: string): Shape => repeated(`${line}\n`);
const LONG = 1900;

describe.each<[string, readonly [string, Shape][]]>([
  [
    'requirements.txt',
    [
      ['requirements', numbered((n) => `a${n}==1.0\n`)],
      ['the same requirement', lines('a>=1.0,<2')],
      ['comments after U+2028', repeated('\t#', 'a', '\u2028x')],
      ['comments after U+2028 on each line', lines(`a${'\t#'.repeat(LONG)}\u2028x`)],
      ['hyphens after U+2028 on each line', lines(`a${' --'.repeat(LONG)}\u2028x`)],
      ['blanks on each line', lines(`a${' '.repeat(LONG)}x`)],
      ['a reference of blanks on each line', lines(`-r${' '.repeat(LONG)}\u2028`)],
      ['a name of hyphens on each line', lines(`a${'-'.repeat(LONG)}!`)],
      ['open extras on each line', lines(`a${'['.repeat(LONG)}`)],
      ['extras of blanks on each line', lines(`a[${' '.repeat(LONG)}`)],
      ['specifiers on each line', lines(`a${'>=1,'.repeat(LONG / 4)}`)],
      ['numbers with dots on each line', lines(`a==${'1.'.repeat(LONG / 2)}x`)],
      ['digits on each line', lines(`a==${'1'.repeat(LONG)}x`)],
      ['markers on each line', lines(`a; ${'x == "y" and '.repeat(LONG / 13)}`)],
      ['brackets around specifiers on each line', lines(`a ${'('.repeat(LONG)}`)],
      ['hashes', lines(`a==1.0 --hash=sha256:${'0'.repeat(64)} \\`)],
      ['continued lines', lines('\\')],
      ['continued lines of blanks', lines('   \\')],
      ['continued comments', lines('# a \\')],
      ['files', numbered((n) => `-r a${n}.txt\n`)],
      ['files with many folders', lines(`-r ${'../'.repeat(LONG / 3)}a`)],
      ['files with quotes', lines(`-r ${'"'.repeat(LONG)}x`)],
      ['addresses', numbered((n) => `a${n} @ https://a.test/a-1.0.tar.gz\n`)],
      ['addresses with many users', lines(`git+https://${'a@'.repeat(LONG / 2)}`)],
      ['addresses with many fragments', lines(`a @ https://a.test/${'#egg='.repeat(LONG / 5)}`)],
      ['file names with many hyphens', lines(`https://a.test/${'a-1-'.repeat(60)}.whl`)],
      ['exports of conda', lines(`a=${'1='.repeat(LONG / 2)}`)],
      ['one long line', repeated('a==1.0 ')],
      ['blank lines', lines('')],
      ['carriage returns', repeated('\r')],
    ],
  ],
  [
    'poetry.lock',
    [
      ['packages', numbered((n) => `[[package]]\nname = "a${n}"\nversion = "1.0"\n`)],
      ['headers', lines('[[package]]')],
      ['a package of many keys', numbered((n) => `k${n} = "v"\n`, '[[package]]\n')],
      ['lists', nested('[', '1', ']', '[[package]]\nx = ')],
      ['lists that are not closed', repeated('[', '[[package]]\nx = ')],
      ['tables of the package', numbered((n) => `[package.a${n}]\n`, '[[package]]\n')],
      ['a dotted key', repeated('a.', '[[package]]\n', 'a = 1')],
      ['quotes', repeated('"', '[[package]]\nx = ')],
      ['brackets', repeated('\n[')],
    ],
  ],
  [
    'Pipfile.lock',
    [
      ['packages', numbered((n) => `"a${n}": {"version": "==1.0"},\n`, '{"default": {\n', '}}')],
      ['lists', repeated('[')],
      ['objects', repeated('{"a":')],
      ['quotes', repeated('"')],
      ['backslashes', repeated('\\', '"')],
      ['quotes on lines', lines('"')],
      ['closing brackets', repeated(']')],
    ],
  ],
  [
    'pixi.lock',
    [
      ['packages', numbered((n) => `- conda: https://a.test/a${n}-1.0-0.conda\n`, 'packages:\n')],
      ['keys', lines('  a: b')],
      ['a value of blanks', lines(`- a: b${' '.repeat(LONG)}x`)],
      ['a value of quotes', lines(`- a: ${'"'.repeat(LONG)}x`)],
      ['blanks before keys', lines(`${' '.repeat(LONG)}x`)],
      ['one long line', repeated('- a: b ', 'packages:\n')],
    ],
  ],
  [
    'environment.yml',
    [
      ['packages', numbered((n) => `  - a${n}=1.0\n`, 'dependencies:\n')],
      ['packages of pip', numbered((n) => `    - a${n}==1.0\n`, 'dependencies:\n  - pip:\n')],
      ['dashes', repeated('- ', 'dependencies:\n  ')],
      ['lines of dashes', repeated(`  ${'- '.repeat(LONG / 2)}\n`, 'dependencies:\n')],
      ['lines of question marks', repeated(`  - ${'? '.repeat(LONG / 2)}\n`, 'dependencies:\n')],
      ['lines of colons', repeated(`  - ${'a: '.repeat(LONG / 3)}\n`, 'dependencies:\n')],
      ['lines of brackets', repeated(`  - ${'['.repeat(99)}\n`, 'dependencies:\n')],
      ['lines of tags', repeated(`  - ${'!a '.repeat(LONG / 3)}\n`, 'dependencies:\n')],
      ['an item of many lines', repeated('    a\n', 'dependencies:\n  - a\n')],
      ['specifications of blanks', repeated(`  - "a${' '.repeat(480)}x"\n`, 'dependencies:\n')],
      ['specifications of keys', repeated(`  - "a[${','.repeat(480)}"\n`, 'dependencies:\n')],
      ['specifications of versions', repeated(`  - a ${'1|'.repeat(240)}\n`, 'dependencies:\n')],
      ['keys', numbered((n) => `k${n}: v\n`)],
      ['dependencies in brackets', repeated('a, ', 'dependencies: [', ']')],
    ],
  ],
  [
    'pyproject.toml',
    [
      ['requirements', numbered((n) => `"a${n}>=1.0",\n`, '[project]\ndependencies = [\n', ']')],
      ['requirements of Poetry', numbered((n) => `a${n} = "^1.0"\n`, '[tool.poetry.dependencies]\n')],
      ['groups', numbered((n) => `[tool.poetry.group.a${n}.dependencies]\na = "1"\n`)],
      ['a list that is not closed', repeated('"a", ', '[project]\ndependencies = [')],
      ['tables', numbered((n) => `[t${n}]\n`)],
      ['tables that are invalid', lines('[t]\nx = ')],
      ['lists', nested('[', '1', ']', 'x = ')],
      ['inline tables', nested('{a = ', '1', '}', 'x = ')],
      ['a dotted key', repeated('a.', '', 'a = 1')],
      ['files', numbered((n) => `"a${n}",`, '[tool.setuptools.dynamic]\ndependencies = { file = [', '] }')],
      ['a text of many lines', repeated('a\n', 'x = """', '"""')],
      ['blanks', repeated(' ', 'x =', '1')],
    ],
  ],
  [
    'setup.cfg',
    [
      ['requirements', numbered((n) => `  a${n}>=1.0\n`, '[options]\ninstall_requires =\n')],
      ['one line', repeated('a;', '[options]\ninstall_requires = ')],
      ['blanks', lines(`${' '.repeat(LONG)}x`)],
      ['an option of blanks', lines(`a${' '.repeat(LONG)}x`)],
      ['a value of blanks', repeated(' ', '[options]\ninstall_requires = a', 'x')],
      ['sections', lines('[a]')],
      ['sections that are not closed', lines(`[${'['.repeat(LONG)}`)],
      ['files', repeated('a,', '[options]\ninstall_requires = file:')],
    ],
  ],
  [
    'setup.py',
    [
      ['requirements', numbered((n) => `"a${n}>=1.0",\n`, 'setup(install_requires=[', '])')],
      ['strings next to each other', repeated('"a"', 'setup(install_requires=[', '])')],
      ['lists', repeated('install_requires=[')],
      ['brackets', repeated('(')],
      ['quotes', repeated('"')],
      ['triple quotes', repeated('"""')],
      ['backslashes', repeated('\\', '"')],
      ['prefixes', repeated('rb')],
      ['names', repeated('a')],
      ['comments', repeated('#')],
      ['letters that are no prefixes', repeated('u ')],
    ],
  ],
])('%s is read in linear time', (name, shapes) => {
  it.each(shapes)('%s', async (_, shape) => {
    const growth = await measureAsyncGrowth((text) => readVersionFile(name, text), shape);
    expect(growth.perDoubling).toBeLessThan(LINEAR);
  });
});

describe('the metadata of a script is read in linear time', () => {
  it.each<[string, Shape]>([
    ['openings', lines('# /// script')],
    ['openings with blanks', lines(`# /// script${' '.repeat(LONG)}x`)],
    ['comments', repeated('# a\n', '# /// script\n')],
    ['closings', repeated('# ///\n', '# /// script\n')],
    ['closings with blanks', repeated(`# ///${' '.repeat(LONG)}x\n`, '# /// script\n')],
    ['requirements', repeated('#   "a",\n', '# /// script\n# dependencies = [\n', '# ]\n# ///\n')],
    ['lists', repeated('[', '# /// script\n# x = ', '\n# ///\n')],
  ])('%s', async (_, shape) => {
    expect((await measureAsyncGrowth((text) => readScriptMetadata(text), shape)).perDoubling).toBeLessThan(
      LINEAR,
    );
  });
});
