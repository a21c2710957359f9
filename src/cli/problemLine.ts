import { problemMessage } from '../core/archive/problems';
import type { LocatedProblem } from '../core/library/library';
import { line, type TerminalText } from './terminalText';

/** A problem with its location: `warning: /archives/room/a.md:12: The image …`. */
export function problemLine(problem: LocatedProblem): TerminalText {
  const row = problem.line === undefined ? '' : `:${String(problem.line)}`;
  return line`${problem.severity}: ${problem.location}${row}: ${problemMessage(problem)}`;
}
