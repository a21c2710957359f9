import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { debounce } from '../../../src/vscode/base/debounce';

describe('debounce', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('runs the action once, after the delay', () => {
    const action = vi.fn();
    debounce(action, 100).schedule();
    vi.advanceTimersByTime(99);
    expect(action).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(action).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1000);
    expect(action).toHaveBeenCalledOnce();
  });

  it('restarts the delay at each request', () => {
    const action = vi.fn();
    const debounced = debounce(action, 100);
    debounced.schedule();
    vi.advanceTimersByTime(99);
    debounced.schedule();
    vi.advanceTimersByTime(99);
    expect(action).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(action).toHaveBeenCalledOnce();
  });

  it('takes the delay of the latest request', () => {
    const action = vi.fn();
    const debounced = debounce(action, 100);
    debounced.schedule();
    debounced.schedule(0);
    vi.advanceTimersByTime(0);
    expect(action).toHaveBeenCalledOnce();
  });

  it('can be cancelled and scheduled again', () => {
    const action = vi.fn();
    const debounced = debounce(action, 100);
    debounced.schedule();
    debounced.cancel();
    vi.advanceTimersByTime(100);
    expect(action).not.toHaveBeenCalled();
    debounced.schedule();
    vi.advanceTimersByTime(100);
    expect(action).toHaveBeenCalledOnce();
  });

  it('never runs once it is disposed of', () => {
    const action = vi.fn();
    const debounced = debounce(action, 100);
    debounced.schedule();
    debounced.dispose();
    debounced.schedule();
    vi.advanceTimersByTime(1000);
    expect(action).not.toHaveBeenCalled();
  });
});
