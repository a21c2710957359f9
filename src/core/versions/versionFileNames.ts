/**
 * Names of version files in order of precedence, as patterns in which `*` stands for any characters but `/`. Locks come
 * first; of requirements, those for production precede those for tests and documentation, and those that state an
 * environment precede those that a package makes of its users.
 */
export const VERSION_FILE_PATTERNS: readonly string[] = [
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'Pipfile.lock',
  'pylock.toml',
  'pylock.*.toml',
  'pixi.lock',
  'conda-lock.yml',
  'requirements.lock',
  '*requirements*.lock',
  'requirements.txt',
  '*requirements*.txt',
  'requirements/*.txt',
  'requirements/*/*.txt',
  'requirements.in',
  '*requirements*.in',
  'requirements/*.in',
  'requirements/*/*.in',
  'environment.yml',
  'environment.yaml',
  'environment*.yml',
  'environment*.yaml',
  'conda.yml',
  'conda.yaml',
  'pixi.toml',
  'Pipfile',
  'pyproject.toml',
  'setup.cfg',
  'setup.py',
];

const RANKED = VERSION_FILE_PATTERNS.map(
  (pattern) => new RegExp(`(?:^|/)${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`),
);

/**
 * The precedence of a version file, from 1, which is the highest; `undefined` for any other file. Paths have `/`
 * between folders.
 */
export function rankOfVersionFile(path: string): number | undefined {
  const rank = RANKED.findIndex((pattern) => pattern.test(path));
  return rank === -1 ? undefined : rank + 1;
}
