import type { PartialError } from './errorCollector';
import { MAX_FRAMES } from './frames';
import type { OutputPosition } from './outputLines';
import type { Frame } from './raisedError';

/** A line of code below the location of a frame. */
export interface CodeLine {
  readonly code: string;
  readonly position: OutputPosition;
}

/** The frames of the traceback that is being read. */
export class CallStack {
  #frames: Frame[] = [];
  #traceback: 'none' | 'headed' | 'headless' = 'none';
  #expectsCode = false;
  #isInnermostFirst = false;
  #owner: PartialError | undefined;
  #lastCode: CodeLine | undefined;

  /** Whether a traceback is being read. */
  get isOpen(): boolean {
    return this.#traceback !== 'none';
  }

  /** Whether only frames were read since the header of the traceback. */
  get isHeaded(): boolean {
    return this.#traceback === 'headed';
  }

  /** Whether the last line was the location of a frame, so that its code may follow. */
  get expectsCode(): boolean {
    return this.#expectsCode;
  }

  /** Whether there is an error above to which the frames may belong. */
  get hasOwner(): boolean {
    return this.#owner !== undefined;
  }

  /** The code of the last frame that was added. */
  get lastCode(): CodeLine | undefined {
    return this.#lastCode;
  }

  /**
   * Begins a traceback at its header.
   *
   * @param owner The error right above, to which the frames belong if no other one follows them.
   */
  begin(owner: PartialError | undefined, isInnermostFirst = false): void {
    this.end();
    this.#traceback = 'headed';
    this.#isInnermostFirst = isInnermostFirst;
    this.#owner = owner;
  }

  /** Adds a frame; without a header, begins a traceback. */
  add(frame: Frame, owner?: PartialError): void {
    if (!this.isOpen) {
      this.#traceback = 'headless';
      this.#owner = owner;
    }
    this.#lastCode = undefined;
    if (this.#frames.length < MAX_FRAMES) this.#frames.push(frame);
    this.#expectsCode = true;
  }

  /** Sets the code of the last frame, unless it has some. */
  addCode(code: string, position: OutputPosition): void {
    this.#lastCode ??= { code, position };
    const last = this.#frames.at(-1);
    if (last !== undefined && last.code === undefined) {
      this.#frames[this.#frames.length - 1] = { ...last, code };
    }
    this.#expectsCode = false;
  }

  /** Notes that other output follows the frames, so that the next line need not be the exception. */
  interrupt(): void {
    if (this.isHeaded && this.#frames.length > 0) this.#traceback = 'headless';
  }

  discardFrames(): void {
    this.#frames = [];
  }

  /** Ends a traceback without an exception below it, and gives its frames to the error above it, if there is one. */
  endBelowOwner(): void {
    const owner = this.#owner;
    const frames = this.end();
    if (owner?.frames.length === 0) owner.frames = frames;
  }

  /** Ends the traceback and returns its frames. */
  end(): readonly Frame[] {
    const frames = this.#isInnermostFirst ? this.#frames.reverse() : this.#frames;
    this.#frames = [];
    this.#traceback = 'none';
    this.#expectsCode = false;
    this.#isInnermostFirst = false;
    this.#owner = undefined;
    this.#lastCode = undefined;
    return frames;
  }
}
