import { describe, expect, it } from 'vitest';
import { readFolderVersions } from '../../../src/core/versions/folderVersions';
import { namesOf, projectFiles } from './builders';

/** What the files of a project's root say, all of them together, in order of precedence. */
const read = async (files: Readonly<Record<string, string>>) =>
  (await readFolderVersions(projectFiles(files), '')).declared.flatMap((versions) => namesOf(versions) ?? []);

const lines = (...all: readonly string[]): string => all.join('\n');

describe('requirements files', () => {
  it.each([
    ['an upper bound', 'sqlalchemy<2', ['sqlalchemy <2']],
    ['an included upper bound', 'fastapi<=0.95.2', ['fastapi <=0.95.2']],
    ['a series', 'SQLAlchemy == 1.4.*', ['sqlalchemy ==1.4.*']],
    ['a compatible release', 'pydantic~=1.10.2', ['pydantic >=1.10.2,<1.11']],
    ['both bounds in parentheses', 'flask-login (>=0.6,<0.7)', ['flask-login >=0.6,<0.7']],
    ['nothing but an exclusion', 'httpx!=0.28.0', []],
    ['a tag', 'sqlalchemy @ git+https://github.com/sqlalchemy/sqlalchemy@rel_2_0_36', ['sqlalchemy 2.0.36']],
    [
      'a tag with v',
      'starlette @ git+ssh://git@example.org/encode/starlette.git@v0.41.2',
      ['starlette 0.41.2'],
    ],
    [
      'a short tag, which may be a branch',
      'sqlalchemy @ git+https://example.org/sqlalchemy@rel_2_0',
      ['sqlalchemy ==2.0.*'],
    ],
    ['a commit', 'httpx @ git+https://example.org/httpx@9a3f1c2', []],
    ['a branch', 'httpx @ git+https://example.org/httpx@main', []],
    ['a commit of digits only', 'httpx @ git+https://example.org/httpx@1234567', []],
    [
      'an editable tag',
      '-e git+https://example.org/db/alembic.git@rel_1_13_3#egg=alembic',
      ['alembic 1.13.3'],
    ],
    ['an editable folder', '-e .[dev]', []],
    ['a wheel by its address', 'https://example.org/w/fastapi-0.115.4-py3-none-any.whl', ['fastapi 0.115.4']],
    ['a wheel by its path', './vendor/pydantic-2.9.2-py3-none-any.whl', ['pydantic 2.9.2']],
    [
      'a wheel by a path of Windows',
      '.\\vendor\\pydantic_core-2.23.4-cp312-cp312-win_amd64.whl',
      ['pydantic-core 2.23.4'],
    ],
    [
      'a wheel of a local version',
      'https://example.org/whl/torch-2.5.1%2Bcu118-cp311-cp311-linux_x86_64.whl#sha256=ab',
      ['torch 2.5.1+cu118'],
    ],
    [
      'a source archive',
      'asyncpg @ https://example.org/asyncpg-0.30.0.tar.gz ; python_version >= "3.9"',
      ['asyncpg 0.30.0'],
    ],
    [
      'an archive of a tag',
      'uvicorn @ https://github.com/encode/uvicorn/archive/refs/tags/0.32.0.zip',
      ['uvicorn 0.32.0'],
    ],
    ['an extra and a marker', 'uvicorn[standard]>=0.30 ; sys_platform != "win32"', ['uvicorn >=0.30']],
    [
      'hashes over several lines',
      'anyio==4.6.2 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\nidna==3.10',
      ['anyio 4.6.2', 'idna 3.10'],
    ],
    [
      'what conda list exports',
      '# platform: linux-64\nsqlalchemy=1.4.49=py39h2bbff1b_0\nfastapi=0.95.2=pypi_0',
      ['sqlalchemy 1.4.49', 'fastapi 0.95.2'],
    ],
    [
      'the addresses that conda list exports',
      '@EXPLICIT\nhttps://conda.anaconda.org/conda-forge/linux-64/sqlalchemy-2.0.36-py312h66e93f0_0.conda#0c55',
      ['sqlalchemy 2.0.36'],
    ],
    [
      'the bare name beside a bound for old Pythons',
      'sqlalchemy<2; python_version<"3.7"\nsqlalchemy; python_version>="3.7"',
      [],
    ],
    ['prose', 'Python 3.8 or later is needed.\nPlease install fastapi >= 0.95 yourself.', []],
    [
      'a name in other spellings',
      'Flask_SQLAlchemy==3.1.1\nflask.sqlalchemy==3.0',
      ['flask-sqlalchemy 3.1.1'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await read({ 'requirements.txt': text })).toEqual(expected);
    expect(await read({ 'requirements.txt': `\u{feff}${text.replaceAll('\n', '\r\n')}\r\n` })).toEqual(
      expected,
    );
  });

  it.each([
    'requirements.txt',
    'dev-requirements.txt',
    'requirements-dev.txt',
    'test_requirements.txt',
    'requirements/base.txt',
    'requirements/prod/base.txt',
    'requirements.in',
    'requirements/dev.in',
    'requirements.lock',
    'requirements-dev.lock',
  ])('%s is read', async (name) => {
    expect(await read({ [name]: 'sqlalchemy==1.4.49' })).toEqual(['sqlalchemy 1.4.49']);
  });

  it.each([
    'constraints.txt',
    'notes.txt',
    'requirements/a/b/c.txt',
    'other/requirements.txt',
    'requirements.md',
  ])('%s is not read', async (name) => {
    expect(await read({ [name]: 'sqlalchemy==1.4.49' })).toEqual([]);
  });

  it('are read as they were compiled, where they were', async () => {
    expect(
      await read({ 'requirements.in': 'sqlalchemy<3\nfastapi', 'requirements.txt': 'sqlalchemy==2.0.36' }),
    ).toEqual(['sqlalchemy 2.0.36']);
    expect(
      await read({ 'requirements/dev.in': 'pytest>8', 'requirements/base.txt': 'sqlalchemy==2.0.36' }),
    ).toEqual(['sqlalchemy 2.0.36', 'pytest >8']);
  });

  it('come after locks of the same kind', async () => {
    expect(
      await read({
        'requirements.txt': 'x==1',
        'requirements-dev.lock': 'x==2',
        'requirements.lock': 'x==3',
      }),
    ).toEqual(['x 3', 'x 2', 'x 1']);
  });

  it('are narrowed down by constraints, which count for what others depend on, too', async () => {
    expect(
      await read({
        'requirements.txt': '-c constraints.txt\nsqlalchemy\nfastapi>=0.95\nhttpx==0.27.0',
        'constraints.txt': 'sqlalchemy<2\nfastapi<0.100\nhttpx<0.27\ngreenlet==3.1.1',
      }),
    ).toEqual(['sqlalchemy <2', 'fastapi >=0.95,<0.100', 'httpx 0.27.0', 'greenlet 3.1.1']);
  });
});

describe('pyproject.toml', () => {
  it.each([
    [
      'Hatch',
      '[tool.hatch.envs.default]\ndependencies = ["sqlalchemy==1.4.49"]\n[tool.hatch.envs.docs]\nextra-dependencies = ["mkdocs<2"]',
      ['sqlalchemy 1.4.49', 'mkdocs <2'],
    ],
    ['Rye', '[tool.rye]\ndev-dependencies = ["pytest~=8.3"]', ['pytest >=8.3,<9']],
    [
      'overrides of uv',
      '[project]\ndependencies = ["sqlalchemy>=2"]\n[tool.uv]\noverride-dependencies = ["sqlalchemy==1.4.49"]',
      ['sqlalchemy 1.4.49'],
    ],
    [
      'an override of uv that is a range',
      '[project]\ndependencies = ["sqlalchemy==2.0.36"]\n[tool.uv]\noverride-dependencies = ["sqlalchemy<2"]',
      ['sqlalchemy <2'],
    ],
    [
      'constraints of uv',
      '[project]\ndependencies = ["sqlalchemy>=1.4"]\n[tool.uv]\nconstraint-dependencies = ["sqlalchemy<2", "grpcio<1.65"]',
      ['sqlalchemy >=1.4,<2', 'grpcio <1.65'],
    ],
    [
      'sources of uv',
      '[project]\ndependencies = ["fastapi", "httpx>=0.20"]\n[tool.uv.sources]\nfastapi = { git = "https://example.org/fastapi", tag = "0.115.4" }\nhttpx = { url = "https://example.org/httpx-0.27.2-py3-none-any.whl" }\nmine = { workspace = true }',
      ['fastapi 0.115.4', 'httpx 0.27.2'],
    ],
    [
      'a tag of Poetry',
      '[tool.poetry.dependencies]\npython = "^3.9"\nsqlalchemy = { git = "https://example.org/sqlalchemy.git", tag = "rel_1_4_49" }',
      ['sqlalchemy 1.4.49'],
    ],
    [
      'an upper bound of Poetry',
      '[tool.poetry.dependencies]\nsqlalchemy = "<2.0"\npandas = "*"',
      ['sqlalchemy <2.0'],
    ],
    [
      'Pixi',
      '[tool.pixi.dependencies]\npython = "3.11.*"\nsqlalchemy = "1.4.*"\n[tool.pixi.pypi-dependencies]\nfastapi = "==0.95.2"\napp = { path = ".", editable = true }',
      ['sqlalchemy ==1.4.*', 'fastapi 0.95.2'],
    ],
    [
      'a direct reference',
      '[project]\ndependencies = ["fastapi @ https://example.org/fastapi-0.115.4-py3-none-any.whl"]',
      ['fastapi 0.115.4'],
    ],
    ['groups', '[dependency-groups]\ndev = ["pytest<8", {include-group = "x"}]', ['pytest <8']],
  ])('%s', async (_, text, expected) => {
    expect(await read({ 'pyproject.toml': text })).toEqual(expected);
  });

  it('names files of requirements', async () => {
    expect(
      await read({
        'pyproject.toml': lines(
          '[tool.setuptools.dynamic]',
          'dependencies = { file = ["deps/runtime.in"] }',
          'optional-dependencies = { dev = { file = "deps/dev.txt" } }',
          'version = { file = "VERSION" }',
        ),
        'deps/runtime.in': 'sqlalchemy==1.4.49',
        'deps/dev.txt': 'pytest<8',
        VERSION: 'x==1',
      }),
    ).toEqual(['sqlalchemy 1.4.49', 'pytest <8']);
  });
});

describe('pixi.toml and Pipfile', () => {
  it.each([
    [
      'the tables of Pixi',
      '[dependencies]\npython = ">=3.11"\nsqlalchemy = "1.4.*"\n[pypi-dependencies]\nfastapi = "==0.95.2"',
      ['sqlalchemy ==1.4.*', 'fastapi 0.95.2'],
    ],
    [
      'versions of conda',
      '[dependencies]\na = "1.4.49"\nb = "=1.4"\nc = ">=1.4,<2.0a0"\nd = { version = "~=2.0", channel = "conda-forge" }\ne = "*"\nf = "1.4.*|2.0.*"\ng = "1.4.49 py39_0"',
      ['a 1.4.49', 'b ==1.4.*', 'c >=1.4,<2.0', 'd >=2.0,<3', 'f ==1.4.* || ==2.0.*', 'g 1.4.49'],
    ],
    [
      'features and platforms',
      '[feature.test.dependencies]\npytest = "<8"\n[target.win-64.dependencies]\npywin32 = "306"\n[feature.x.target.linux-64.pypi-dependencies]\nuvloop = ">=0.20"',
      ['pytest <8', 'uvloop >=0.20', 'pywin32 306'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(new Set(await read({ 'pixi.toml': text }))).toEqual(new Set(expected));
  });

  it.each([
    [
      'its groups',
      '[[source]]\nurl = "https://pypi.org/simple"\nname = "pypi"\n[packages]\nsqlalchemy = "==1.4.49"\nfastapi = {version = "<0.100", extras = ["all"]}\nrequests = "*"\n[dev-packages]\npytest = "~=8.3"\n[docs]\nmkdocs = "==1.6.1"\n[requires]\npython_version = "3.11"',
      ['sqlalchemy 1.4.49', 'fastapi <0.100', 'pytest >=8.3,<9', 'mkdocs 1.6.1'],
    ],
    [
      'a tag',
      '[packages]\nsqlalchemy = {git = "https://example.org/sqlalchemy.git", ref = "rel_2_0_36"}\nhttpx = {file = "https://example.org/httpx-0.27.2.tar.gz"}',
      ['sqlalchemy 2.0.36', 'httpx 0.27.2'],
    ],
  ])('Pipfile: %s', async (_, text, expected) => {
    expect(await read({ Pipfile: text })).toEqual(expected);
  });

  it('Pipfile comes after its lock', async () => {
    const lock = '{"default": {"sqlalchemy": {"version": "==1.4.50"}}}';
    expect(await read({ Pipfile: '[packages]\nsqlalchemy = "<2"', 'Pipfile.lock': lock })).toEqual([
      'sqlalchemy 1.4.50',
      'sqlalchemy <2',
    ]);
  });
});

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
      const text = lines(
        'name: app',
        'channels:',
        '- defaults',
        'dependencies:',
        ...items.map((item) => indent + item),
        'prefix: /opt/x',
      );
      for (const name of ['environment.yml', 'environment.yaml', 'conda.yml', 'environment-dev.yml'])
        expect(await read({ [name]: text })).toEqual(expected);
    }
  });

  it('may have their list in brackets', async () => {
    expect(
      await read({ 'environment.yml': 'dependencies: [sqlalchemy=1.4.49, {pip: [fastapi==0.95.2]}]\n' }),
    ).toEqual(['sqlalchemy ==1.4.49.*', 'fastapi 0.95.2']);
    expect(
      await read({ 'environment.yml': 'dependencies: [\n  sqlalchemy=1.4,\n  httpx<1,\n]\nname: x\n' }),
    ).toEqual(['sqlalchemy ==1.4.*', 'httpx <1']);
  });

  it('may name files of requirements for pip', async () => {
    expect(
      await read({
        'environment.yml': 'dependencies:\n  - pip:\n      - -r deps.txt\n      - httpx==0.27.0\n',
        'deps.txt': 'fastapi==0.95.2',
      }),
    ).toEqual(['httpx 0.27.0', 'fastapi 0.95.2']);
  });

  it('are read where parts are invalid', async () => {
    const text = 'dependencies:\n  - a=1\n  - {b\n  - "c=2\n  - *x\n  - d=3\n';
    expect(await read({ 'environment.yml': text })).toEqual(['a ==1.*', 'd ==3.*']);
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
    expect(await read({ [name]: text })).toEqual(expected);
    expect(await read({ [name]: text.replaceAll('\n', '\r\n') })).toEqual(expected);
  });
});

describe('setup.cfg and setup.py', () => {
  it.each([
    [
      'requirements on lines',
      '[metadata]\nname = app\n\n[options]\npackages = find:\ninstall_requires =\n    sqlalchemy==1.4.49\n    # not this one\n    fastapi<=0.95.2  # yet\n    httpx>=0.20; python_version>"3.7"\npython_requires = >=3.7\n',
      ['sqlalchemy 1.4.49', 'fastapi <=0.95.2', 'httpx >=0.20'],
    ],
    [
      'requirements on one line',
      '[options]\ninstall_requires = sqlalchemy<2; fastapi==0.95.2\n',
      ['sqlalchemy <2', 'fastapi 0.95.2'],
    ],
    ['a colon', '[options]\ninstall_requires:\n\tsqlalchemy<2\n', ['sqlalchemy <2']],
    [
      'extras and tests',
      '[options]\ntests_require = pytest<8\n[options.extras_require]\ndb =\n  asyncpg~=0.30.0\ndocs = mkdocs==1.6.1\n[flake8]\nignore = E203\n',
      ['pytest <8', 'asyncpg >=0.30.0,<0.31', 'mkdocs 1.6.1'],
    ],
    [
      'nothing that is required',
      '[options.package_data]\ninstall_requires = x==1\n[tool:pytest]\ninstall_requires = y==1\n',
      [],
    ],
  ])('setup.cfg: %s', async (_, text, expected) => {
    expect(await read({ 'setup.cfg': text })).toEqual(expected);
    expect(await read({ 'setup.cfg': text.replaceAll('\n', '\r\n') })).toEqual(expected);
  });

  it('setup.cfg names files of requirements', async () => {
    expect(
      await read({
        'setup.cfg': '[options]\ninstall_requires = file: deps/a.txt, deps/b.txt\n',
        'deps/a.txt': 'sqlalchemy<2',
        'deps/b.txt': 'fastapi==0.95.2',
      }),
    ).toEqual(['sqlalchemy <2', 'fastapi 0.95.2']);
  });

  it.each([
    [
      'a list',
      'from setuptools import setup\nsetup(name="app", install_requires=["sqlalchemy==1.4.49", \'fastapi<=0.95.2\'])',
      ['sqlalchemy 1.4.49', 'fastapi <=0.95.2'],
    ],
    [
      'a tuple on lines',
      'setup(\n    install_requires = (\n        "sqlalchemy<2",  # for now ]\n        "httpx[http2]>=0.20",\n    ),\n)',
      ['sqlalchemy <2', 'httpx >=0.20'],
    ],
    [
      'a variable of that name',
      'install_requires = [\n  r"sqlalchemy<2",\n]\nsetup(install_requires=install_requires)',
      ['sqlalchemy <2'],
    ],
    [
      'adjacent literals',
      'setup(install_requires=["sqlalchemy" ">=1.4" ",<2", """fastapi<1"""])',
      ['sqlalchemy >=1.4,<2', 'fastapi <1'],
    ],
    [
      'what is computed, not',
      'V = "2"\nsetup(install_requires=["sqlalchemy<" + V, "a==1" + V, f"b=={V}", "c==%s" % V, name("d==1"), *more, "e==1", ["f==1"], "g==1" if V else "g==2"])',
      ['e 1'],
    ],
    [
      'another list, not',
      'setup(setup_requires=["a==1"], extras_require={"x": ["b==1"]}, install_requires=read("requirements.txt"))',
      [],
    ],
    [
      'a comment or a string, not',
      '# install_requires=["a==1"]\n"""install_requires=["b==1"]"""\nx = "install_requires=[\'c==1\']"\n',
      [],
    ],
    ['a comparison, not', 'if install_requires == ["a==1"]: pass', []],
    ['a list that is not closed', 'setup(install_requires=["a==1", "b==2"', ['a 1']],
  ])('setup.py: %s', async (_, text, expected) => {
    expect(await read({ 'setup.py': text })).toEqual(expected);
  });
});
