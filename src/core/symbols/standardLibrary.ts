/** Modules of Python's standard library by their first part. Many of their names are ordinary words as well. */
const MODULES = new Set(
  `abc argparse array ast asyncio base64 bisect builtins calendar cmath codecs collections concurrent configparser
  contextlib contextvars copy csv ctypes dataclasses datetime decimal difflib dis email enum errno fnmatch fractions
  functools gc getpass glob gzip hashlib heapq hmac html http importlib inspect io ipaddress itertools json keyword
  locale logging math mimetypes multiprocessing numbers operator os pathlib pickle pkgutil platform pprint profile
  queue random re sched secrets select selectors shelve shlex shutil signal site smtplib socket sqlite3 ssl stat
  statistics string struct subprocess sys sysconfig tempfile textwrap threading time timeit tkinter tokenize tomllib
  traceback types typing unicodedata unittest urllib uuid venv warnings weakref webbrowser xml zipfile zoneinfo`.split(
    /\s+/,
  ),
);

export function isStandardModule(name: string): boolean {
  return MODULES.has(name);
}

/** Names that need no import. */
const BUILTIN_NAMES = new Set(
  `abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr
  dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input
  int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property quit
  range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip ArithmeticError
  AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError ConnectionError
  DeprecationWarning EOFError Ellipsis Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError
  GeneratorExit ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt
  LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError OSError
  OverflowError PermissionError ProcessLookupError RecursionError ReferenceError RuntimeError RuntimeWarning
  StopAsyncIteration StopIteration SyntaxError SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError
  UnicodeDecodeError UnicodeEncodeError UnicodeError UserWarning ValueError Warning ZeroDivisionError`.split(
    /\s+/,
  ),
);

export function isBuiltin(name: string): boolean {
  return BUILTIN_NAMES.has(name);
}
