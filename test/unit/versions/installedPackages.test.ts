import { describe, expect, it } from 'vitest';
import { readFolderVersions } from '../../../src/core/versions/folderVersions';
import { parseDistInfo, readEnvironment } from '../../../src/core/versions/installedPackages';
import { namesOf, projectFiles } from './builders';

describe('the environment of a folder', () => {
  it.each([
    ['on Linux', { '.venv/lib/python3.12/site-packages/SQLAlchemy-2.0.36.dist-info/METADATA': '' }],
    ['on Windows', { 'venv/Lib/site-packages/SQLAlchemy-2.0.36.dist-info/METADATA': '' }],
    ['of PyPy', { 'env/lib/pypy3.10/site-packages/SQLAlchemy-2.0.36.dist-info/METADATA': '' }],
    ['of a free-threaded Python', { '.venv/lib/python3.13t/site-packages/SQLAlchemy-2.0.36.dist-info/': '' }],
    [
      'beside a folder that only has the name of one',
      { '.venv/README': '', 'venv/lib/python3.9/site-packages/sqlalchemy-2.0.36.dist-info/': '' },
    ],
    [
      'that takes precedence over another',
      {
        'venv/lib/python3.12/site-packages/sqlalchemy-1.4.54.dist-info/': '',
        '.venv/lib/python3.12/site-packages/sqlalchemy-2.0.36.dist-info/': '',
      },
    ],
    [
      'with two minor versions of Python',
      {
        '.venv/lib/python3.9/site-packages/sqlalchemy-1.4.54.dist-info/': '',
        '.venv/lib/python3.12/site-packages/sqlalchemy-2.0.36.dist-info/': '',
      },
    ],
    [
      'with two major versions of Python',
      {
        '.venv/lib/python2.30/site-packages/sqlalchemy-1.4.54.dist-info/': '',
        '.venv/lib/python3.9/site-packages/sqlalchemy-2.0.36.dist-info/': '',
      },
    ],
    [
      'whose newest Python has no packages',
      {
        '.venv/lib/python3.13/x': '',
        '.venv/lib/python3.9/site-packages/sqlalchemy-2.0.36.dist-info/': '',
      },
    ],
    [
      'beside folders that are not of a Python',
      {
        '.venv/lib/mypython3.13/site-packages/sqlalchemy-1.0.dist-info/': '',
        '.venv/lib/python3.13.old/site-packages/sqlalchemy-1.0.dist-info/': '',
        '.venv/lib/pkgs/site-packages/sqlalchemy-1.0.dist-info/': '',
        '.venv/lib/python3.9/site-packages/sqlalchemy-2.0.36.dist-info/': '',
      },
    ],
    [
      'with an interrupted upgrade',
      {
        '.venv/lib/python3.12/site-packages/sqlalchemy-2.0.36.dist-info/': '',
        '.venv/lib/python3.12/site-packages/sqlalchemy-2.0.4.dist-info/': '',
        '.venv/lib/python3.12/site-packages/~qlalchemy-3.0.dist-info/': '',
      },
    ],
  ])('%s', async (_name, texts) => {
    const { installed } = await readFolderVersions(projectFiles(texts), '');
    expect(namesOf(installed)).toEqual(['sqlalchemy 2.0.36']);
  });

  it('is distinguished from no environment, and may be empty', async () => {
    const texts = { 'env/settings.py': '', 'app/lib/x.py': '', 'new/lib/python3.12/site-packages/': '' };
    expect((await readFolderVersions(projectFiles(texts), '')).installed).toBe(undefined);
    expect(await readEnvironment(projectFiles(texts), 'app')).toBe(undefined);
    expect(await readEnvironment(projectFiles(texts), 'new')).toEqual([]);
  });

  it('is not looked for in folders that are not there', async () => {
    const files = projectFiles({ 'app/main.py': '' });
    await readFolderVersions(files, '');
    expect(files.listed).toEqual(['']);
  });

  it('is read at the root of the files, too', async () => {
    const files = projectFiles({ 'lib/python3.12/site-packages/fastapi-0.115.0.dist-info/': '' });
    expect(namesOf(await readEnvironment(files, ''))).toEqual(['fastapi 0.115.0']);
  });
});

describe('parseDistInfo', () => {
  it.each([
    ['SQLAlchemy-2.0.36.dist-info', 'sqlalchemy', '2.0.36'],
    ['sqlalchemy-2.1.0b1.dist-info', 'sqlalchemy', '2.1.0b1'],
    ['fastapi-0.115.0-py3.12.egg-info', 'fastapi', '0.115.0'],
    ['fastapi-0.115.0-py3.egg-info', 'fastapi', '0.115.0'],
    ['SQLAlchemy-1.4.54-py3.8-linux-x86_64.egg-info', 'sqlalchemy', '1.4.54'],
    ['typing_extensions-4.12.2.dist-info', 'typing-extensions', '4.12.2'],
    ['google-auth-2.35.0.dist-info', 'google-auth', '2.35.0'],
    ['zope.interface-7.1.dist-info', 'zope-interface', '7.1'],
    ['torch-2.5.0+cu118.dist-info', 'torch', '2.5.0+cu118'],
    ['x-1!2.0.post1.DIST-INFO', 'x', '1!2.0.post1'],
    ['x-1.0-py10.egg-info', 'x', '1.0'],
    ['backports-py3-1.0.dist-info', 'backports-py3', '1.0'],
    ['backports_py3-1.0.dist-info', 'backports-py3', '1.0'],
    ['lib-py3.12-2.1.dist-info', 'lib-py3-12', '2.1'],
    ['backports-py3-1.0-py3.9.egg-info', 'backports-py3', '1.0'],
    ['backports-py3-1.0.egg-info', 'backports-py3', '1.0'],
    ['lib-2-1.0-py3.9.egg-info', 'lib-2', '1.0'],
  ])('reads %s', (name, distribution, version) => {
    expect(parseDistInfo(name)).toEqual({ package: distribution, version, origin: 'installed' });
  });

  it.each([
    'sqlalchemy',
    'fastapi.egg-info',
    '~qlalchemy-2.0.36.dist-info',
    'x-main.dist-info',
    '-1.0.dist-info',
    '.dist-info',
    'x-1.0.dist-info/METADATA',
    'a1.dist-info',
    'x-1.0-py.egg-info',
    '',
  ])('rejects %j', (name) => {
    expect(parseDistInfo(name)).toBeUndefined();
  });
});
