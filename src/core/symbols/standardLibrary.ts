/** Modules of Python's standard library by their first part. Many of their names are ordinary words as well. */
const MODULES = new Set(
  `abc argparse array ast asyncio base64 bisect builtins calendar cmath codecs collections concurrent configparser
  contextlib contextvars copy csv ctypes dataclasses datetime decimal difflib dis email enum errno fnmatch fractions
  functools gc getpass glob gzip hashlib heapq hmac html http importlib inspect io ipaddress itertools json keyword
  locale logging math mimetypes multiprocessing numbers operator os pathlib pickle pkgutil platform pprint profile
  queue random re sched secrets select selectors shelve shlex shutil signal site smtplib socket sqlite3 ssl stat
  statistics string struct subprocess sys sysconfig tempfile textwrap threading time timeit tkinter tokenize tomllib
  traceback types typing unicodedata unittest urllib uuid venv warnings weakref webbrowser xml zipfile zoneinfo`.split(/\s+/),
);

export function isStandardModule(name: string): boolean {
  return MODULES.has(name);
}
