import { describe, expect, it } from 'vitest';
import { readFolderVersions } from '../../../src/core/versions/folderVersions';
import { namesOf, projectFiles } from './builders';

const declaredIn = async (texts: Readonly<Record<string, string>>, folder = '') =>
  (await readFolderVersions(projectFiles(texts), folder)).declared.map(namesOf);

describe('the version files of a folder', () => {
  it('are read in order of precedence, then by path', async () => {
    const declared = await declaredIn({
      'pyproject.toml': '[project]\ndependencies = ["x>=1"]\n',
      'requirements-dev.txt': 'x==2',
      'requirements.txt': 'x==3',
      'requirements/docs.txt': 'x==4',
      'requirements-a.txt': 'x==1.9',
      'poetry.lock': '[[package]]\nname = "x"\nversion = "5"\n',
      'uv.lock': '[[package]]\nname = "x"\nversion = "6"\n',
      'other/uv.lock': '[[package]]\nname = "x"\nversion = "7"\n',
      'notes.txt': 'x==8',
    });
    expect(declared).toEqual([['x 6'], ['x 5'], ['x 3'], ['x 1.9'], ['x 2'], ['x 4'], ['x >=1']]);
  });

  it('include those in a requirements folder of the same folder', async () => {
    expect(
      await declaredIn({ 'app/requirements/dev.txt': 'x==1', 'requirements/dev.txt': 'x==2' }, 'app'),
    ).toEqual([['x 1']]);
  });

  it('are read once each, with the files they refer to', async () => {
    const files = projectFiles({
      'app/requirements.txt': '-r requirements-base.txt\n-c ../shared/pins.in\n-r gone.txt\n',
      'app/requirements-base.txt': '-r requirements.txt\nx>=1\n',
      'shared/pins.in': 'x==1.4\ny==2\n',
    });
    const { declared } = await readFolderVersions(files, 'app');
    expect(declared.map(namesOf)).toEqual([['x 1.4', 'y 2'], []]);
    expect([...files.loaded].sort()).toEqual([
      'app/gone.txt',
      'app/requirements-base.txt',
      'app/requirements.txt',
      'shared/pins.in',
    ]);
  });

  it('are limited to fifty', async () => {
    const references = Array.from({ length: 500 }, (_, at) => `-r r${String(at)}.txt`);
    const files = projectFiles({ 'requirements.txt': references.join('\n') });
    await readFolderVersions(files, '');
    expect(files.loaded).toHaveLength(50);
  });

  it('are not required', async () => {
    expect(await readFolderVersions(projectFiles({}), 'nowhere')).toEqual({
      installed: undefined,
      declared: [],
    });
  });
});
