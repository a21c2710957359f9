import type { Entry } from '../model';
import type { ErrorEntry, ScoredErrorEntry } from './errorEntry';
import type { RaisedError } from './raisedError';

/** What connects an entry with an error; each kind from 0 to 1. */
export interface Evidence {
  code: number;
  class: number;
  message: number;
  frame: number;
  /** Whether the entry is surely about this error. */
  isStrong: boolean;
  /** Whether code or class tell what went wrong, so that the message adds little. */
  isSpecific: boolean;
  /** Whether the entry declares the class or code, or links to it, rather than mentioning it in its text. */
  isDeclared: boolean;
}

/** A code with less evidence is only that of a catch-all class. */
const MIN_SPECIFIC_CODE = 0.8;

/** The evidence for each entry about one error. */
export class EvidenceByEntry {
  readonly #evidence = new Map<Entry, Evidence>();

  entries(): readonly Entry[] {
    return [...this.#evidence.keys()];
  }

  /** The evidence for an entry, to add to. */
  of(entry: Entry): Evidence {
    const evidence = this.#evidence.get(entry) ?? {
      code: 0,
      class: 0,
      message: 0,
      frame: 0,
      isStrong: false,
      isSpecific: false,
      isDeclared: false,
    };
    this.#evidence.set(entry, evidence);
    return evidence;
  }

  /** The entries with sufficient evidence, scored. */
  scored(error: RaisedError): readonly ScoredErrorEntry[] {
    return [...this.#evidence]
      .filter(([, evidence]) => isSufficient(evidence, error))
      .map(([entry, evidence]) => ({
        entry,
        error,
        matchedBy: strongestMatch(evidence),
        confidence: evidence.isStrong ? 'strong' : 'weak',
        score: scoreOf(evidence),
      }));
  }
}

function isSufficient({ message, frame, isStrong, isDeclared }: Evidence, error: RaisedError): boolean {
  if (isStrong) return true;
  // A log line names no class, and few of them are errors that anybody asked about.
  if (error.role === 'log') return false;
  // A catch-all class that is mentioned in passing is no evidence.
  return isDeclared || message + frame > 0;
}

function scoreOf({ code, class: ofClass, message, frame, isSpecific }: Evidence): number {
  return 4 * code + 3 * ofClass + (isSpecific ? 0.5 : 3) * message + 0.5 * frame;
}

function strongestMatch({ code, class: ofClass, message }: Evidence): ErrorEntry['matchedBy'] {
  // A code that the class implies adds nothing to it.
  if (code >= Math.max(MIN_SPECIFIC_CODE, ofClass)) return 'code';
  if (message > Math.max(ofClass, code)) return 'message';
  if (ofClass > 0) return 'class';
  return code > 0 ? 'code' : 'frame';
}
