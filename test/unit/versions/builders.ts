import { readFolderVersions } from '../../../src/core/versions/folderVersions';
import type { VersionNote } from '../../../src/core/model';
import type { ProjectFiles } from '../../../src/core/versions/projectFiles';
import type {
  ExactVersion,
  ProjectVersion,
  ProjectVersions,
  Requirement,
} from '../../../src/core/versions/projectVersion';
import { readRequirement } from '../../../src/core/versions/requirement';
import { formatVersion } from '../../../src/core/versions/requirementRanges';
import { parseRange } from '../../../src/core/versions/specifiers';
import { readVersionFile } from '../../../src/core/versions/versionFiles';

/** The package `x` at an exact version. */
export const locked = (version: string): ExactVersion => ({ package: 'x', version, origin: 'locked' });

/** The package `x` as required by specifiers such as `>=2.0`. */
export const required = (specifiers: string): ProjectVersion => readRequirement(`x ${specifiers}`)!;

/** The package `x` as required by any of several specifiers. */
export const requiredBy = (...specifiers: readonly string[]): Requirement => ({
  package: 'x',
  origin: 'required',
  allows: specifiers.map((one) => parseRange(one)!),
});

/** Notes such as `sqlalchemy 1.4`; a leading tilde marks an inferred one. */
export const notes = (...texts: readonly string[]): readonly VersionNote[] =>
  texts.map((text) => {
    const [name = '', version = ''] = text.replace(/^~/, '').split(' ');
    return { package: name, version, from: text.startsWith('~') ? 'inferred' : 'declared' };
  });

/** A project with requirements such as `sqlalchemy>=2.0`; `==` makes a version exact. */
export const project = (...requirements: readonly string[]): ProjectVersions =>
  new Map(requirements.map((text) => readRequirement(text)!).map((version) => [version.package, version]));

/**
 * Files by path, with their text; a path that ends in a slash is an empty folder. Records which files were loaded, and
 * which folders were listed.
 */
export function projectFiles(
  texts: Readonly<Record<string, string>>,
): ProjectFiles & { readonly loaded: string[]; readonly listed: string[] } {
  const loaded: string[] = [];
  const listed: string[] = [];
  return {
    loaded,
    listed,
    list: (folder) => {
      listed.push(folder);
      const prefix = folder === '' ? '' : `${folder}/`;
      const inside = Object.keys(texts).filter((path) => path.startsWith(prefix));
      const names = inside.map((path) => path.slice(prefix.length).split('/')[0] ?? '');
      return Promise.resolve([...new Set(names)].filter(Boolean));
    },
    load: async (path) => {
      loaded.push(path);
      const text = texts[path];
      return text === undefined ? undefined : readVersionFile(path, text);
    },
  };
}

/** Versions as `package version`, and requirements as `package specifiers`. */
export const namesOf = (versions: readonly ProjectVersion[] | undefined): readonly string[] | undefined =>
  versions?.map((one) => `${one.package} ${formatVersion(one)}`.trim());

/** What the files of a project's root say, all of them together, in order of precedence. */
export async function namesDeclaredIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { declared } = await readFolderVersions(projectFiles(files), '');
  return declared.flatMap((versions) => namesOf(versions) ?? []);
}

export function linesOf(...lines: readonly string[]): string {
  return lines.join('\n');
}
