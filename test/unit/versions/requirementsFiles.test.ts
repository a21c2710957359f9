import { describe, expect, it } from 'vitest';
import { namesDeclaredIn } from './builders';

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
    expect(await namesDeclaredIn({ 'requirements.txt': text })).toEqual(expected);
    expect(
      await namesDeclaredIn({ 'requirements.txt': `\u{feff}${text.replaceAll('\n', '\r\n')}\r\n` }),
    ).toEqual(expected);
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
    expect(await namesDeclaredIn({ [name]: 'sqlalchemy==1.4.49' })).toEqual(['sqlalchemy 1.4.49']);
  });

  it.each([
    'constraints.txt',
    'notes.txt',
    'requirements/a/b/c.txt',
    'other/requirements.txt',
    'requirements.md',
  ])('%s is not read', async (name) => {
    expect(await namesDeclaredIn({ [name]: 'sqlalchemy==1.4.49' })).toEqual([]);
  });

  it('are read as they were compiled, where they were', async () => {
    expect(
      await namesDeclaredIn({
        'requirements.in': 'sqlalchemy<3\nfastapi',
        'requirements.txt': 'sqlalchemy==2.0.36',
      }),
    ).toEqual(['sqlalchemy 2.0.36']);
    expect(
      await namesDeclaredIn({
        'requirements/dev.in': 'pytest>8',
        'requirements/base.txt': 'sqlalchemy==2.0.36',
      }),
    ).toEqual(['sqlalchemy 2.0.36', 'pytest >8']);
  });

  it('come after locks of the same kind', async () => {
    expect(
      await namesDeclaredIn({
        'requirements.txt': 'x==1',
        'requirements-dev.lock': 'x==2',
        'requirements.lock': 'x==3',
      }),
    ).toEqual(['x 3', 'x 2', 'x 1']);
  });

  it('are narrowed down by constraints, which count for what others depend on, too', async () => {
    expect(
      await namesDeclaredIn({
        'requirements.txt': '-c constraints.txt\nsqlalchemy\nfastapi>=0.95\nhttpx==0.27.0',
        'constraints.txt': 'sqlalchemy<2\nfastapi<0.100\nhttpx<0.27\ngreenlet==3.1.1',
      }),
    ).toEqual(['sqlalchemy <2', 'fastapi >=0.95,<0.100', 'httpx 0.27.0', 'greenlet 3.1.1']);
  });
});
