import { describe, expect, it } from 'vitest';
import { DisposableStore, type Disposable } from '../../../src/vscode/base/disposables';

describe('DisposableStore', () => {
  function disposables(...names: readonly string[]) {
    const disposed: string[] = [];
    const store = new DisposableStore();
    const add = (name: string, error?: Error): Disposable =>
      store.add({
        dispose() {
          disposed.push(name);
          if (error !== undefined) throw error;
        },
      });
    for (const name of names) add(name);
    return { store, add, disposed };
  }

  it('returns what is added', () => {
    const disposable = { dispose: () => undefined };
    expect(new DisposableStore().add(disposable)).toBe(disposable);
  });

  it('disposes of everything, the latest first', () => {
    const { store, disposed } = disposables('first', 'second', 'third');
    expect(disposed).toEqual([]);
    store.dispose();
    expect(disposed).toEqual(['third', 'second', 'first']);
  });

  it('disposes of everything only once', () => {
    const { store, disposed } = disposables('one');
    store.dispose();
    store.dispose();
    expect(disposed).toEqual(['one']);
  });

  it('disposes immediately of what is added later', () => {
    const { store, add, disposed } = disposables();
    store.dispose();
    add('late');
    expect(disposed).toEqual(['late']);
  });

  it('disposes of the rest when a disposable throws, and throws its error', () => {
    const { store, add, disposed } = disposables('first');
    const error = new Error('broken');
    add('second', error);
    add('third');
    expect(() => {
      store.dispose();
    }).toThrow(error);
    expect(disposed).toEqual(['third', 'second', 'first']);
    store.dispose();
    expect(disposed).toHaveLength(3);
  });

  it('throws all errors together when several disposables throw', () => {
    const { store, add } = disposables();
    add('first', new Error('one'));
    add('second', new Error('two'));
    expect(() => {
      store.dispose();
    }).toThrow(AggregateError);
  });
});
