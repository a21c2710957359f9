import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { windowTests } from '../windowTests';
import { example, fixtures } from '../workspace';

/** A file with a traceback, whose error an entry of the archive that ships surely speaks of. */
export const OUTPUT = 'output.txt';

/** A file with the names that the README gives as examples. */
export const NAMES = 'promised.py';

/** A file in the style of applications: middleware, Flask-SQLAlchemy. */
export const APPLICATIONS = 'applications.py';

/** Tests of the extension on the example project, in an English window that nobody has set up. */
export const it = windowTests({
  workspace: {
    folders: { '.': example },
    files: {
      [NAMES]: readFileSync(join(fixtures, 'hover', 'promised.py'), 'utf8'),
      [APPLICATIONS]: readFileSync(join(fixtures, 'hover', APPLICATIONS), 'utf8'),
      [OUTPUT]: readFileSync(join(fixtures, 'locked', OUTPUT), 'utf8'),
      'gone.md':
        '[here](code-oss://archive-answers.archive-answers/entry?id=room/gone.md%23the-folded-log)\n',
      'link.md':
        'See [this](code-oss://archive-answers.archive-answers/entry?id=fastapi-user-group/class-based-views).\n',
    },
  },
  settings: {
    'workbench.welcomePage.walkthroughs.openOnInstall': true,
  },
});
