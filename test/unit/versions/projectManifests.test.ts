import { describe, expect, it } from 'vitest';
import { linesOf, namesDeclaredIn } from './builders';

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
    expect(await namesDeclaredIn({ 'pyproject.toml': text })).toEqual(expected);
  });

  it('names files of requirements', async () => {
    expect(
      await namesDeclaredIn({
        'pyproject.toml': linesOf(
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
    expect(new Set(await namesDeclaredIn({ 'pixi.toml': text }))).toEqual(new Set(expected));
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
    expect(await namesDeclaredIn({ Pipfile: text })).toEqual(expected);
  });

  it('Pipfile comes after its lock', async () => {
    const lock = '{"default": {"sqlalchemy": {"version": "==1.4.50"}}}';
    expect(await namesDeclaredIn({ Pipfile: '[packages]\nsqlalchemy = "<2"', 'Pipfile.lock': lock })).toEqual(
      ['sqlalchemy 1.4.50', 'sqlalchemy <2'],
    );
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
    expect(await namesDeclaredIn({ 'setup.cfg': text })).toEqual(expected);
    expect(await namesDeclaredIn({ 'setup.cfg': text.replaceAll('\n', '\r\n') })).toEqual(expected);
  });

  it('setup.cfg names files of requirements', async () => {
    expect(
      await namesDeclaredIn({
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
      'setup(setup_requires=["a==1"], extras_require={"x": ["b==1"]}, install_requires=namesDeclaredIn("requirements.txt"))',
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
    expect(await namesDeclaredIn({ 'setup.py': text })).toEqual(expected);
  });
});
