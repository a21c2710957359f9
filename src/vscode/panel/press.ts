import * as vscode from 'vscode';

/** Milliseconds between a press on a page and what it closes above the page, at most. */
const PRESS = 200;

/** Presses on a page, which take the focus from what is open above it. */
export class Press implements vscode.Disposable {
  readonly #pressed = new vscode.EventEmitter<void>();
  #at = 0;

  /** The page has told of a press. */
  tell(): void {
    this.#at = Date.now();
    this.#pressed.fire();
  }

  /** Whether the page is pressed just now: the press that takes the focus may be told a little sooner or later. */
  async isNow(): Promise<boolean> {
    if (Date.now() - this.#at < PRESS) return true;
    return new Promise((resolve) => {
      const subscription = this.#pressed.event(() => {
        done(true);
      });
      const timer = setTimeout(() => {
        done(false);
      }, PRESS);
      const done = (pressed: boolean): void => {
        clearTimeout(timer);
        subscription.dispose();
        resolve(pressed);
      };
    });
  }

  dispose(): void {
    this.#pressed.dispose();
  }
}
