import type { Library } from '../../core/library/library';

/** One opening of the library: at first what is read soon, at last everything. */
export class Opening {
  #library: Promise<Library>;
  #isFinished = false;
  #hasFailed = false;
  #hasLibrary: boolean;
  #resolve: (library: Library | Promise<Library>) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  #finish: () => void = () => undefined;
  /** Resolves when all sources are read, when it has failed, and when another opening has superseded it. */
  readonly finished = new Promise<void>((resolve) => {
    this.#finish = resolve;
  });

  /** @param current The library that is in use until there is another one. */
  constructor(current?: Library) {
    this.#hasLibrary = current !== undefined;
    this.#library =
      current === undefined
        ? new Promise((resolve, reject) => {
            this.#resolve = resolve;
            this.#reject = reject;
          })
        : Promise.resolve(current);
    // A failure is reported to those who wait for the library.
    this.#library.catch(() => undefined);
  }

  /** The latest library. */
  get library(): Promise<Library> {
    return this.#library;
  }

  get hasLibrary(): boolean {
    return this.#hasLibrary;
  }

  get isFinished(): boolean {
    return this.#isFinished;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  publish(library: Library): void {
    this.#resolve(library);
    this.#library = Promise.resolve(library);
    this.#hasLibrary = true;
  }

  /** Gives those who wait for the library that of another opening. */
  follow(library: Promise<Library>): void {
    this.#resolve(library);
  }

  /** Returns whether somebody may wait for the library, who is told. */
  fail(error: unknown): boolean {
    this.#hasFailed = true;
    this.#reject(error);
    return !this.#hasLibrary;
  }

  finish(): void {
    this.#isFinished = true;
    this.#finish();
  }
}
