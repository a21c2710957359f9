import { firstRunTests } from '../firstRun';
import { it } from './tests';

firstRunTests(it, {
  locale: 'en',
  command: 'Archive Answers: Getting Started',
  title: 'Get Started with Archive Answers',
  steps: [
    'Search as you would ask',
    'Rest the mouse on a name',
    'Read the thread beside your code',
    'Add an archive of your own',
  ],
  buttons: ['Search', 'Open an Example', 'Browse the Entries', 'Add Archive…'],
  search: 'Archive Answers: Search',
  add: 'Add Archive',
});
