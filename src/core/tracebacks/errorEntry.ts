import type { Entry } from '../model';
import type { RaisedError } from './raisedError';

/** An entry that matches an error. */
export interface ErrorEntry {
  readonly entry: Entry;
  /** The error it matches. */
  readonly error: RaisedError;
  /** The most telling match: the error's code, its class, words of its message, or the function called. */
  readonly matchedBy: 'code' | 'class' | 'message' | 'frame';
  /** `weak`: about the class or the function called, but not surely about this message. */
  readonly confidence: 'strong' | 'weak';
}

export interface ScoredErrorEntry extends ErrorEntry {
  readonly score: number;
}

/** Orders by confidence, then by score, best first. */
export function compareScored(a: ScoredErrorEntry, b: ScoredErrorEntry): number {
  return Number(a.confidence === 'weak') - Number(b.confidence === 'weak') || b.score - a.score;
}
