import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Library } from '../../src/core/library/library';
import type { LibraryService } from '../../src/vscode/library/libraryService';
import { EntryFilter } from '../../src/vscode/sidebar/entryFilter';

/** A box that the test types into. */
class TestInput {
  readonly #typed = new vscode.EventEmitter<string>();
  readonly #accepted = new vscode.EventEmitter<void>();
  readonly #hidden = new vscode.EventEmitter<void>();
  readonly onDidChangeValue = this.#typed.event;
  readonly onDidAccept = this.#accepted.event;
  readonly onDidHide = this.#hidden.event;
  value = '';
  ignoreFocusOut = false;
  shows = 0;
  isDisposed = false;

  show(): void {
    this.shows += 1;
  }

  type(text: string): void {
    this.value = text;
    this.#typed.fire(text);
  }

  accept(): void {
    this.#accepted.fire();
  }

  /** What Escape does. */
  hide(): void {
    this.#hidden.fire();
  }

  dispose(): void {
    this.isDisposed = true;
  }
}

describe('the filter of the tree', () => {
  const library = {
    entries: () => [1, 2, 3],
    matching: (query: string) => Promise.resolve([{ id: query }]),
  } as unknown as Library;
  let changed: vscode.EventEmitter<void>;
  let boxes: TestInput[];
  let filter: EntryFilter;

  beforeEach(() => {
    changed = new vscode.EventEmitter();
    boxes = [];
    const answers: Pick<LibraryService, 'library' | 'onDidChange'> = {
      library: () => Promise.resolve(library),
      onDidChange: changed.event,
    };
    const fail = (error: unknown): void => {
      throw error;
    };
    filter = new EntryFilter(answers, fail, () => {
      const box = new TestInput();
      boxes.push(box);
      return box as unknown as vscode.InputBox;
    });
  });
  afterEach(() => {
    filter.dispose();
    changed.dispose();
  });

  const applied = (): Promise<void> =>
    new Promise((resolve) => {
      const subscription = filter.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
  const passing = (): readonly string[] => [...(filter.matchingIds ?? [])];
  /** Opens the box and types into it. */
  const ask = async (text: string): Promise<{ readonly box: TestInput; readonly asking: Promise<void> }> => {
    const asking = filter.ask();
    const box = boxes.at(-1);
    if (box === undefined) throw new Error('There is no box.');
    const done = applied();
    box.type(text);
    await done;
    return { box, asking };
  };

  it('stays while a match is clicked, is kept by Enter, and given up by Escape', async () => {
    const first = await ask('pool');
    expect(first.box.ignoreFocusOut).to.equal(true);
    expect(passing()).to.deep.equal(['pool']);
    first.box.accept();
    await first.asking;
    expect([passing(), first.box.isDisposed]).to.deep.equal([['pool'], true]);
    const second = await ask('session');
    expect(passing()).to.deep.equal(['session']);
    second.box.hide();
    await second.asking;
    expect(passing()).to.deep.equal(['pool']);
  });

  it('is kept over Escape once it has led to an entry', async () => {
    const { box, asking } = await ask('pool');
    filter.commit();
    const done = applied();
    box.type('poolside');
    await done;
    box.hide();
    await asking;
    expect(passing()).to.deep.equal(['pool']);
  });

  it('is cleared with the box open, and stays so', async () => {
    await filter.apply('pool');
    const { box, asking } = await ask('session');
    await filter.clear();
    expect([filter.matchingIds, box.value]).to.deep.equal([undefined, '']);
    box.hide();
    await asking;
    expect(filter.matchingIds).to.equal(undefined);
  });

  it('is asked for in one box only', async () => {
    const { box, asking } = await ask('pool');
    await filter.ask();
    expect([boxes.length, box.shows]).to.deep.equal([1, 2]);
    box.accept();
    await asking;
    expect(passing()).to.deep.equal(['pool']);
  });

  it('is the one wanted last, where other archives come while it is being looked for', async () => {
    await filter.apply('pool');
    const done = applied();
    const applying = filter.apply('session');
    changed.fire();
    await applying;
    await done;
    expect(passing()).to.deep.equal(['session']);
    const cleared = applied();
    const clearing = filter.apply('');
    changed.fire();
    await clearing;
    await cleared;
    expect([filter.matchingIds, filter.message]).to.deep.equal([undefined, undefined]);
  });
});
