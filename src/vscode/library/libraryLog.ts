import type { Library, LocatedProblem } from '../../core/library/library';
import { t } from '../base/l10n';
import type { Log } from '../base/log';
import { displayPath, problemLocation, problemText } from '../entries/labels';

/** Logs what was read of which archive, and every problem. */
export function logLibrary(log: Log, { archives, problems }: Library): void {
  for (const { id, entries, location } of archives) {
    log.info(t('{0}: {1} entries from {2}', id, entries.length, displayPath(location)));
  }
  for (const problem of problems) {
    const text = problemLine(problem);
    if (problem.severity === 'error') log.error(text);
    else if (problem.severity === 'warning') log.warn(text);
    else log.info(text);
  }
}

/** A problem with its location: `/archives/room/a.md:12: The image …`. */
export function problemLine(problem: LocatedProblem): string {
  return `${problemLocation(problem)}: ${problemText(problem)}`;
}
