import { describe, expect, it } from 'vitest';
import { readVersionFile } from '../../../src/core/versions/versionFiles';
import { installedIn, readFolder, type ProjectFiles } from '../../../src/core/versions/folderVersions';
import type { ProjectVersion } from '../../../src/core/versions/projectVersion';

/** Files by path, with their text; a path that ends in a slash is an empty folder. */
function filesOf(texts: Readonly<Record<string, string>>): ProjectFiles & { readonly loaded: string[] } {
  const loaded: string[] = [];
  return {
    loaded,
    list: (folder) => {
      const inside = Object.keys(texts).filter((path) => folder === '' || path.startsWith(`${folder}/`));
      const names = inside.map(
        (path) => path.slice(folder === '' ? 0 : folder.length + 1).split('/')[0] ?? '',
      );
      return Promise.resolve([...new Set(names)].filter(Boolean));
    },
    load: async (path) => {
      loaded.push(path);
      const text = texts[path];
      return text === undefined ? undefined : readVersionFile(path, text);
    },
  };
}

const shown = (versions: readonly ProjectVersion[] | undefined): readonly string[] | undefined =>
  versions?.map((one) => `${one.package} ${one.version}`);

describe('the environment of a folder', () => {
  it.each([
    ['Linux', { '.venv/lib/python3.12/site-packages/SQLAlchemy-2.0.36.dist-info/METADATA': '' }],
    ['Windows', { 'venv/Lib/site-packages/SQLAlchemy-2.0.36.dist-info/METADATA': '' }],
    ['PyPy', { 'env/lib/pypy3.10/site-packages/SQLAlchemy-2.0.36.dist-info/METADATA': '' }],
    ['a free-threaded Python', { '.venv/lib/python3.13t/site-packages/SQLAlchemy-2.0.36.dist-info/': '' }],
    [
      'another folder of a customary name',
      { '.venv/README': '', 'venv/lib/python3.9/site-packages/sqlalchemy-2.0.36.dist-info/': '' },
    ],
    [
      'two environments',
      {
        'venv/lib/python3.12/site-packages/sqlalchemy-1.4.54.dist-info/': '',
        '.venv/lib/python3.12/site-packages/sqlalchemy-2.0.36.dist-info/': '',
      },
    ],
    [
      'two Pythons',
      {
        '.venv/lib/python3.9/site-packages/sqlalchemy-1.4.54.dist-info/': '',
        '.venv/lib/python3.12/site-packages/sqlalchemy-2.0.36.dist-info/': '',
      },
    ],
    [
      'an upgrade that was broken off',
      {
        '.venv/lib/python3.12/site-packages/sqlalchemy-2.0.36.dist-info/': '',
        '.venv/lib/python3.12/site-packages/sqlalchemy-2.0.4.dist-info/': '',
        '.venv/lib/python3.12/site-packages/~qlalchemy-3.0.dist-info/': '',
      },
    ],
  ])('%s', async (_name, texts) => {
    const { installed } = await readFolder(filesOf(texts), '');
    expect(shown(installed)).toEqual(['sqlalchemy 2.0.36']);
  });

  it('is told from none, and may be empty', async () => {
    const texts = { 'env/settings.py': '', 'app/lib/x.py': '', 'new/lib/python3.12/site-packages/': '' };
    expect((await readFolder(filesOf(texts), '')).installed).toBe(undefined);
    expect(await installedIn(filesOf(texts), 'app')).toBe(undefined);
    expect(await installedIn(filesOf(texts), 'new')).toEqual([]);
  });

  it('is found by its own folder, too', async () => {
    const files = filesOf({ 'lib/python3.12/site-packages/fastapi-0.115.0.dist-info/': '' });
    expect(shown(await installedIn(files, ''))).toEqual(['fastapi 0.115.0']);
  });
});

describe('the version files of a folder', () => {
  const declaredIn = async (texts: Readonly<Record<string, string>>, folder = '') =>
    (await readFolder(filesOf(texts), folder)).declared.map(shown);

  it('come in the order in which they are believed', async () => {
    const declared = await declaredIn({
      'pyproject.toml': '[project]\ndependencies = ["x>=1"]\n',
      'requirements-dev.txt': 'x==2',
      'requirements.txt': 'x==3',
      'requirements/docs.txt': 'x==4',
      'poetry.lock': '[[package]]\nname = "x"\nversion = "5"\n',
      'uv.lock': '[[package]]\nname = "x"\nversion = "6"\n',
      'other/uv.lock': '[[package]]\nname = "x"\nversion = "7"\n',
      'notes.txt': 'x==8',
    });
    expect(declared).toEqual([['x 6'], ['x 5'], ['x 3'], ['x 2'], ['x 4'], ['x 1']]);
  });

  it('are read with those that they refer to, which rank as they do, each once', async () => {
    const files = filesOf({
      'app/requirements.txt': '-r requirements-base.txt\n-c ../shared/pins.in\n-r gone.txt\n',
      'app/requirements-base.txt': '-r requirements.txt\nx>=1\n',
      'shared/pins.in': 'x==1.4\ny==2\n',
    });
    const { declared } = await readFolder(files, 'app');
    expect(declared.map(shown)).toEqual([['x 1.4', 'y 2'], []]);
    expect([...files.loaded].sort()).toEqual([
      'app/gone.txt',
      'app/requirements-base.txt',
      'app/requirements.txt',
      'shared/pins.in',
    ]);
  });

  it('are bounded', async () => {
    const files = filesOf({
      'requirements.txt': Array.from({ length: 500 }, (_, at) => `-r r${String(at)}.txt`).join('\n'),
    });
    await readFolder(files, '');
    expect(files.loaded).toHaveLength(50);
  });

  it('may be none', async () => {
    expect(await readFolder(filesOf({}), 'nowhere')).toEqual({ installed: undefined, declared: [] });
  });
});
