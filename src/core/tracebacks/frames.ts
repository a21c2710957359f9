import type { Frame } from './raisedError';

type Location = Pick<Frame, 'file' | 'line' | 'function'>;

/** `  File "/app/main.py", line 12, in read_user`, and without a function for a syntax error; also of sub-interpreters. */
const CPYTHON = /^\s*File "(?<file>[^"]{1,1000})", line (?<line>\d{1,9})(?:, in (?<function>.{1,300}))?$/;
/** IPython: `File /app/main.py:12, in read_user(id)`, `Cell In[3], line 1, in main()`, before 8.0 `~/a.py in f(x)`. */
const IPYTHON = /^File (?<file>\S.{0,1000}?):(?<line>\d{1,9})(?:, in (?<function>[^(]{1,300}).*)?$/;
const CELL =
  /^(?<file>(?:Cell )?In ?\[\d{1,6}\]),? line (?<line>\d{1,9})(?:, in (?<function>[^(]{1,300}).*)?$/;
const OLD_CELL = /^(?<file><ipython-input-[\w-]{1,80}>|[~/]\S{1,500}\.pyx?) in (?<function>[^( ]{1,300})\(/;
/** pytest: `app/main.py:12: in read_user`, and where it was raised `app/main.py:12: KeyError`. */
const PYTEST =
  /^(?<file>[^\s:][^:]{0,1000}\.pyx?):(?<line>\d{1,9}):(?: in (?<function>\S.{0,300})| (?<type>[A-Za-z_][\w.]{0,200}))?$/;
/** Rich, without its box: `/app/main.py:12 in read_user`. */
const RICH = /^(?<file>(?:[~/.]|[A-Za-z]:\\|<)\S{0,1000}):(?<line>\d{1,9}) in (?<function>\S{1,300})$/;

/** Reads the line that says where a call was made; `undefined` for any other line. */
export function frameAt(line: string): Frame | undefined {
  const text = line.trimEnd();
  for (const pattern of [CPYTHON, IPYTHON, CELL, OLD_CELL, PYTEST, RICH]) {
    const groups = pattern.exec(pattern === RICH ? text.trim() : text)?.groups;
    if (groups === undefined) continue;
    const { file = '', line: number, function: name } = groups;
    return frameOf({
      file,
      ...(number === undefined ? {} : { line: Number(number) }),
      ...(name === undefined ? {} : { function: name.trim() }),
    });
  }
  return undefined;
}

/** The class that pytest names where an exception was raised. */
export function raisedAt(line: string): string | undefined {
  return PYTEST.exec(line.trimEnd())?.groups?.['type'];
}

export function frameOf(location: Location): Frame {
  const path = location.file.replaceAll('\\', '/');
  const packaged = afterLast(path, ['/site-packages/', '/dist-packages/']);
  if (packaged !== undefined) return { ...location, origin: 'package', module: moduleOf(packaged) };
  const frozen = /^<frozen ([\w.]{1,200})>$/.exec(path)?.[1];
  if (frozen !== undefined) return { ...location, origin: 'stdlib', module: frozen };
  const own = /\/(?:lib|Lib)(?:64)?\/(?:python3\.\d{1,2}t?\/)?(?<module>[^/].*\.py)$/.exec(path);
  if (own !== null && /\/lib(?:64)?\/python3|\/Python3?\d*\/Lib\//i.test(path)) {
    return { ...location, origin: 'stdlib', module: moduleOf(own.groups?.['module'] ?? '') };
  }
  return { ...location, origin: 'project' };
}

function afterLast(path: string, folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    const at = path.lastIndexOf(folder);
    if (at !== -1) return path.slice(at + folder.length);
  }
  return undefined;
}

/** `sqlalchemy/orm/session.py` → `sqlalchemy.orm.session`, `fastapi/__init__.py` → `fastapi`. */
function moduleOf(path: string): string {
  return path
    .replace(/\.(?:py|pyx|pyc|so|pyd)$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
}
