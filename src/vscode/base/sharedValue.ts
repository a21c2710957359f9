import * as vscode from 'vscode';
import { DisposableStore } from './disposables';

/** Fires when the window gains or loses the focus. */
export type WindowStateEvent = vscode.Event<Pick<vscode.WindowState, 'focused'>>;

/**
 * A value that all windows share under one key of a memento. VS Code does not report what another window writes, so the
 * value is read again when this window gains the focus.
 */
export class SharedValue<Stored, Value> implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when this window writes, and when it notices that another one has. */
  readonly onDidChange = this.#changed.event;
  /** The stored data that was parsed last, and its value. */
  #parsed: { readonly stored: unknown; readonly value: Value } | undefined;
  /** The stored data that listeners know of, as JSON. */
  #known: string | undefined;

  /**
   * @param parse Makes a value of the stored data, which may be anything; `undefined` at first.
   * @param onDidChangeWindowState Injected by tests.
   */
  constructor(
    private readonly memento: vscode.Memento,
    private readonly key: string,
    private readonly parse: (stored: unknown) => Value,
    onDidChangeWindowState: WindowStateEvent = vscode.window.onDidChangeWindowState,
  ) {
    this.#known = this.#json();
    this.#disposables.add(
      onDidChangeWindowState(({ focused }) => {
        if (focused) this.refresh();
      }),
    );
  }

  /** The identical value until something else is stored. */
  get(): Value {
    const stored = this.memento.get<unknown>(this.key);
    if (this.#parsed === undefined || this.#parsed.stored !== stored) {
      this.#parsed = { stored, value: this.parse(stored) };
    }
    return this.#parsed.value;
  }

  async set(value: Stored): Promise<void> {
    const written = this.memento.update(this.key, value);
    this.#known = this.#json();
    await written;
    this.#changed.fire();
  }

  /** Fires the change event if another window has written. */
  refresh(): void {
    const now = this.#json();
    if (now === this.#known) return;
    this.#known = now;
    this.#changed.fire();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #json(): string | undefined {
    return JSON.stringify(this.memento.get<unknown>(this.key));
  }
}
