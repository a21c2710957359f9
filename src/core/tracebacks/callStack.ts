import type { Frame } from './raisedError';

/** Frames kept of one traceback, the outermost ones. */
const MAX_FRAMES = 400;

/** The frames of the traceback that is being read. */
export class CallStack {
  #frames: Frame[] = [];
  #traceback: 'none' | 'headed' | 'headless' = 'none';
  #expectsCode = false;

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

  /** Begins a traceback at its header. */
  begin(): void {
    this.#frames = [];
    this.#traceback = 'headed';
    this.#expectsCode = false;
  }

  /** Adds a frame; without a header, begins a traceback. */
  add(frame: Frame): void {
    if (!this.isOpen) this.#traceback = 'headless';
    if (this.#frames.length < MAX_FRAMES) this.#frames.push(frame);
    this.#expectsCode = true;
  }

  /** Sets the code of the last frame, unless it has some. */
  addCode(code: string): void {
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

  /** Ends the traceback and returns its frames. */
  end(): readonly Frame[] {
    const frames = this.#frames;
    this.#frames = [];
    this.#traceback = 'none';
    this.#expectsCode = false;
    return frames;
  }
}
