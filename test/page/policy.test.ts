import { describe, expect } from 'vitest';
import { it } from './panelTest';

describe('x', () => {
  it('opens', async ({ openPanel }) => {
    const panel = await openPanel({ files: { 'a.md': '---\nid: a\n---\n# Why?\n\n> Because.\n' } });
    await panel.openEntry('a');
    await panel.picture('first');
    expect(await panel.heading('Why?').count()).toBe(1);
  });
});
