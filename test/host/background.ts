import { expect } from 'chai';
import type { Observed } from './hostObserver';

/** Tests of what has happened in the extension host while all others ran: they come last. */
export function backgroundTests({ unhandled, requests }: Observed): void {
  describe('the extension host, in all of these tests', () => {
    it('has had no rejection or error that nobody handled', async () => {
      // Node reports a rejection once the work at hand is done.
      await new Promise((resolve) => setTimeout(resolve, 0));
      expect(unhandled).to.deep.equal([]);
    });

    it('has sent nothing to another machine and looked up no name', () => {
      expect(requests).to.deep.equal([]);
    });
  });
}
