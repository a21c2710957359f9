/** Anything that can be disposed of, such as a `vscode.Disposable`. */
export interface Disposable {
  dispose(): unknown;
}

/** Owns disposables and disposes of them together, the latest first. */
export class DisposableStore implements Disposable {
  #disposables: Disposable[] = [];
  #isDisposed = false;

  /** Takes ownership. Once the store is disposed of, whatever is added is disposed of immediately. */
  add<T extends Disposable>(disposable: T): T {
    if (this.#isDisposed) disposable.dispose();
    else this.#disposables.push(disposable);
    return disposable;
  }

  /** Takes ownership of several disposables. */
  addAll(...disposables: readonly Disposable[]): void {
    for (const disposable of disposables) this.add(disposable);
  }

  /**
   * Disposes of everything, even where some of it throws. Calling it again does nothing.
   *
   * @throws What was thrown; an `AggregateError` where several disposables threw.
   */
  dispose(): void {
    this.#isDisposed = true;
    const disposables = this.#disposables.reverse();
    this.#disposables = [];
    const errors: unknown[] = [];
    for (const disposable of disposables) {
      try {
        disposable.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors);
  }
}
