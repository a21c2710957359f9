/**
 * The command line of `npm start`.
 */
import { parseArgs } from 'node:util';

/** A few fixed ports rather than any free one: the browser stores a window's state by its origin. */
const PORTS = '8480-8499';

const OPTIONS = `Options:

  --desktop        use the VS Code installed on this machine ("code" on PATH)
                   instead of one in the browser
  --fresh          forget the settings and data of earlier starts
  --locale LOCALE  language of the extension, such as ko
  --port PORT      port of the window in the browser (default: the first free
                   one from 8480 to 8499)
  --no-open        only print the address
  --help           print this
`;

export const HELP = `Builds Archive Answers and opens VS Code with it on an example project.

Usage: npm start -- [options]

${OPTIONS}
The window has a profile of its own, in .vscode-test/playground (with
--desktop in .vscode-test/playground-desktop): settings and data survive until
the next start, and your own VS Code is left alone. Ctrl+C ends it.
`;

/** An invalid command line. */
export class UsageError extends Error {}

/**
 * @param {readonly string[]} argv
 * @throws {UsageError} for arguments that are not in {@link HELP}; its message says what is wrong and lists the options
 */
export function readOptions(argv) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        desktop: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        locale: { type: 'string' },
        port: { type: 'string', default: PORTS },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (!/^\d+(-\d+)?$/.test(values.port)) {
      throw new Error(`--port takes a number, not "${values.port}".`);
    }
    if (values.locale !== undefined && !isLanguageTag(values.locale)) {
      throw new Error(`--locale takes a language such as ko or en, not "${values.locale}".`);
    }
    return values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\n\nUsage: npm start -- [options]\n\n${OPTIONS.trimEnd()}`, {
      cause: error,
    });
  }
}

/** @param {string} tag */
function isLanguageTag(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
