import type { Frame } from './raisedError';

/** Frames kept of one error, the outermost ones. */
export const MAX_FRAMES = 400;

type Location = Pick<Frame, 'file' | 'line' | 'function'>;

/**
 * CPython: `  File "/app/main.py", line 12, in read_user`; without a function for a syntax error, without the second
 * comma from faulthandler, with a mark before it from loguru.
 */
const CPYTHON =
  /^\s*(?:> )?File "(?<file>[^"]{1,1000})", line (?<line>\d{1,9})(?:,? in (?<function>.{1,300}))?$/;
/** The end of such a location, where the beginning is missing. */
const CUT = /^(?<file>[\w./\\:-]{1,500}\.py)", line (?<line>\d{1,9}), in (?<function>\S{1,300})$/;
/** IPython: `File /app/main.py:12, in read_user(id)`. */
const IPYTHON = /^File (?<file>\S.{0,1000}?):(?<line>\d{1,9})(?:, in (?<function>[^(]{1,300})|$)/;
/** IPython: `Cell In[3], line 1, in main()`. */
const CELL = /^(?<file>(?:Cell )?In ?\[\d{1,6}\]),? line (?<line>\d{1,9})(?:, in (?<function>[^(]{1,300})|$)/;
/** IPython before 8.0: `~/a.py in f(x)`. */
const OLD_IPYTHON =
  /^(?<file><ipython-input-[\w-]{1,80}>|[~/]\S{1,500}\.pyx?) in (?<function>[^( ]{1,300})\(/;
/** pytest: `app/main.py:12: in read_user`; where the exception was raised, `app/main.py:12: KeyError`. */
const PYTEST =
  /^(?<file>(?:[A-Za-z]:)?[^\s:][^:]{0,1000}\.pyx?):(?<line>\d{1,9}):(?: in (?<function>\S.{0,300})| (?<type>[A-Za-z_][\w.]{0,200}))?$/;
/** Rich, without its box: `/app/main.py:12 in read_user`. */
const RICH = /^(?<file>(?:[~/.]|[A-Za-z]:\\|<)\S{0,1000}):(?<line>\d{1,9}) in (?<function>\S{1,300})$/;

/** Reads a line that prints the location of a frame; `undefined` for any other line. */
export function parseFrame(line: string): Frame | undefined {
  const text = line.trimEnd();
  for (const pattern of [CPYTHON, CUT, IPYTHON, CELL, OLD_IPYTHON, PYTEST, RICH]) {
    const groups = pattern.exec(pattern === RICH ? text.trim() : text)?.groups;
    if (groups === undefined) continue;
    const { file = '', line: number, function: name } = groups;
    return createFrame({
      file,
      ...(number === undefined ? {} : { line: Number(number) }),
      ...(name === undefined ? {} : { function: name.trim() }),
    });
  }
  return undefined;
}

/** The class that pytest prints at the location where an exception was raised. */
export function pytestRaisedType(line: string): string | undefined {
  return PYTEST.exec(line.trimEnd())?.groups?.['type'];
}

/** Adds the origin of a frame, and the module if it is outside the project, according to its path. */
export function createFrame(location: Location): Frame {
  const path = location.file.replaceAll('\\', '/');
  const pathInPackages = afterLast(path, ['/site-packages/', '/dist-packages/']);
  if (pathInPackages !== undefined)
    return { ...location, origin: 'package', module: moduleOf(pathInPackages) };
  const frozenModule = /^<frozen ([\w.]{1,200})>$/.exec(path)?.[1];
  if (frozenModule !== undefined) return { ...location, origin: 'stdlib', module: frozenModule };
  const library = /\/(?:lib|Lib)(?:64)?\/(?:python3\.\d{1,2}t?\/)?(?=[^/])/.exec(path);
  if (library !== null && path.endsWith('.py') && /\/lib(?:64)?\/python3|\/Python3?\d*\/Lib\//i.test(path)) {
    return { ...location, origin: 'stdlib', module: moduleOf(path.slice(library.index + library[0].length)) };
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
