import { describe, expect, it } from 'vitest';
import { linesOf, namesDeclaredIn } from './builders';

describe('environments of conda', () => {
  it.each([
    ['versions', ['- python=3.9', '- sqlalchemy=1.4.49', '- pandas'], ['sqlalchemy ==1.4.49.*']],
    ['an exact version', ['- sqlalchemy==1.4.49'], ['sqlalchemy 1.4.49']],
    [
      'a build',
      ['- sqlalchemy=1.4.49=py39h2bbff1b_0', '- numpy==1.26.4=py39_0', '- scipy 1.11.4 py39_0'],
      ['sqlalchemy 1.4.49', 'numpy 1.26.4', 'scipy 1.11.4'],
    ],
    [
      'bounds',
      ['- sqlalchemy >=1.4,<2.0a0', '- fastapi<=0.95.2', '- "httpx>=0.20, <1"'],
      ['sqlalchemy >=1.4,<2.0', 'fastapi <=0.95.2', 'httpx >=0.20,<1'],
    ],
    [
      'wildcards',
      ['- sqlalchemy=1.4.*', "- 'pydantic 1.10*'", '- anyio=4*'],
      ['sqlalchemy ==1.4.*', 'pydantic ==1.10.*', 'anyio ==4.*'],
    ],
    ['alternatives', ['- sqlalchemy=1.4|=2.0'], ['sqlalchemy ==1.4.* || ==2.0.*']],
    [
      'a channel',
      ['- conda-forge::sqlalchemy=1.4', '- pytorch/linux-64::pytorch==2.5.1'],
      ['sqlalchemy ==1.4.*', 'pytorch 2.5.1'],
    ],
    ['keys', ['- "sqlalchemy[version=\'>=1.4,<2\', build=py39*]"'], ['sqlalchemy >=1.4,<2']],
    ['comments', ['- sqlalchemy=1.4 # the last one', '# - fastapi=1', '- fastapi'], ['sqlalchemy ==1.4.*']],
    [
      'pip',
      ['- pip', '- pip:', '  - fastapi==0.95.2', '  - "httpx<0.28"', '  - -e .', '- sqlalchemy=1.4'],
      ['fastapi 0.95.2', 'httpx <0.28', 'sqlalchemy ==1.4.*'],
    ],
    [
      'pip in brackets',
      ['- pip: [fastapi==0.95.2, httpx<0.28]', '- uvicorn=0.30'],
      ['fastapi 0.95.2', 'httpx <0.28', 'uvicorn ==0.30.*'],
    ],
  ])('%s', async (_, items, expected) => {
    for (const indent of ['', '  ', '    ']) {
      const text = linesOf(
        'name: app',
        'channels:',
        '- defaults',
        'dependencies:',
        ...items.map((item) => indent + item),
        'prefix: /opt/x',
      );
      for (const name of ['environment.yml', 'environment.yaml', 'conda.yml', 'environment-dev.yml'])
        expect(await namesDeclaredIn({ [name]: text })).toEqual(expected);
    }
  });

  it('may have their list in brackets', async () => {
    expect(
      await namesDeclaredIn({
        'environment.yml': 'dependencies: [sqlalchemy=1.4.49, {pip: [fastapi==0.95.2]}]\n',
      }),
    ).toEqual(['sqlalchemy ==1.4.49.*', 'fastapi 0.95.2']);
    expect(
      await namesDeclaredIn({
        'environment.yml': 'dependencies: [\n  sqlalchemy=1.4,\n  httpx<1,\n]\nname: x\n',
      }),
    ).toEqual(['sqlalchemy ==1.4.*', 'httpx <1']);
  });

  it('may name files of requirements for pip', async () => {
    expect(
      await namesDeclaredIn({
        'environment.yml': 'dependencies:\n  - pip:\n      - -r deps.txt\n      - httpx==0.27.0\n',
        'deps.txt': 'fastapi==0.95.2',
      }),
    ).toEqual(['httpx 0.27.0', 'fastapi 0.95.2']);
  });

  it('are read where parts are invalid', async () => {
    const text = 'dependencies:\n  - a=1\n  - {b\n  - "c=2\n  - *x\n  - d=3\n';
    expect(await namesDeclaredIn({ 'environment.yml': text })).toEqual(['a ==1.*', 'd ==3.*']);
  });
});

describe('locks of conda', () => {
  it.each([
    [
      'pixi.lock, version 6',
      'version: 6\nenvironments:\n  default:\n    packages:\n      linux-64:\n      - conda: https://conda.anaconda.org/conda-forge/linux-64/greenlet-9.9.9-py312_0.conda\npackages:\n- conda: https://conda.anaconda.org/conda-forge/linux-64/sqlalchemy-2.0.36-py312h66e93f0_0.conda\n  sha256: 0f8e\n  depends:\n  - greenlet !=0.4.17\n  - python >=3.12,<3.13.0a0\n- conda: https://conda.anaconda.org/conda-forge/noarch/typing-extensions-4.12.2-hd8ed1ab_0.tar.bz2\n  md5: 52d6\n- pypi: https://files.pythonhosted.org/packages/99/fastapi-0.115.4-py3-none-any.whl\n  name: fastapi\n  version: 0.115.4\n  sha256: 0b50\n  requires_dist:\n  - starlette>=0.40.0,<0.42.0\n  - name: nothing\n- pypi: ./\n  name: app\n  version: 0.1.0\n',
      ['sqlalchemy 2.0.36', 'typing-extensions 4.12.2', 'fastapi 0.115.4', 'app 0.1.0'],
    ],
    [
      'pixi.lock, version 5',
      "version: 5\npackages:\n- kind: conda\n  name: sqlalchemy\n  version: '1.4'\n  build: py39_0\n  url: https://conda.anaconda.org/conda-forge/linux-64/sqlalchemy-1.4-py39_0.conda\n- kind: pypi\n  name: httpx\n  version: 0.27.2\n",
      ['sqlalchemy 1.4', 'httpx 0.27.2'],
    ],
    [
      'conda-lock.yml',
      'version: 1\nmetadata:\n  channels:\n  - url: conda-forge\npackage:\n- name: sqlalchemy\n  version: 2.0.36\n  manager: conda\n  platform: linux-64\n  dependencies:\n    python: ">=3.12"\n- name: fastapi\n  version: 0.115.4\n  manager: pip\n',
      ['sqlalchemy 2.0.36', 'fastapi 0.115.4'],
    ],
  ])('%s', async (title, text, expected) => {
    const name = title.split(',')[0] ?? '';
    expect(await namesDeclaredIn({ [name]: text })).toEqual(expected);
    expect(await namesDeclaredIn({ [name]: text.replaceAll('\n', '\r\n') })).toEqual(expected);
  });
});
