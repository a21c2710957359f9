import type { VersionNote } from '../../model';
import { texts } from './values';

/** A package's name and its extras, before a version (`1.4`) or specifiers (`>=2.0`). */
const VERSION_NOTE = /^([^\s<>=!~^()[\]]+)(?: ?\[[^\]]*\])? ?/;
/** A name that is not a number, and a version behind it. */
const NAME_AND_VERSION = /^(?!v?\d)[^\s<>=!~^()[\]]+ ?(?:\[[^\]]*\] ?)?\(?(?:[<>=!~^]|v?\d)/i;

export function versionNotes(value: unknown): readonly VersionNote[] | undefined {
  return texts(value)?.map(readVersion);
}

/** Versions of packages; `undefined` where some are not, such as the version of a site's own documentation. */
export function packageVersionNotes(value: unknown): readonly VersionNote[] | undefined {
  return texts(value)?.every((text) => NAME_AND_VERSION.test(text)) === true
    ? versionNotes(value)
    : undefined;
}

function readVersion(text: string): VersionNote {
  const [head = text, name = text] = VERSION_NOTE.exec(text) ?? [];
  const version = text
    .slice(head.length)
    .replace(/^\((.*)\)$/, '$1')
    // A single exact pin is that version; in a list of specifiers each keeps its operator.
    .replace(/^={1,3} ?([^,]*)$/, '$1');
  return { package: name.toLowerCase(), version: version.trim(), from: 'declared' };
}
