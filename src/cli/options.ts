import { parseArgs } from 'node:util';

export interface CommandOptions {
  readonly command: 'entries' | 'show' | 'search' | 'symbol' | 'resolve' | 'error';
  /** The id, the query, the name or the file. */
  readonly argument?: string;
  readonly queries?: string;
  readonly sources: readonly string[];
  readonly limit: number;
  readonly json: boolean;
  /** The preferred language of entries with several. */
  readonly language?: string;
}

/** A parsed command line. */
export type Request =
  | { readonly kind: 'run'; readonly options: CommandOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

/** An invalid command line; the message says what is wrong with it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const DEFAULT_LIMIT = 20;

export const USAGE = `Usage: archive-answers COMMAND [options]

Commands:
  entries             list every entry
  show ID             print one entry
  search QUERY        search all entries, best first
  symbol NAME         print the entries about a library's name ("about"), then those near it ("near")
  resolve FILE        list the library names in a Python file ("-": standard input) that resolve to a symbol
  error [FILE]        print the errors in a log and the entries about them: pytest 2>&1 | archive-answers error
  search --queries F  search for each line of the file F ("-": standard input); one JSON object a line

Options:
  --source PATH       a folder or Markdown file to read; may be repeated (default: the archive that ships)
  --limit N           most results to print (search, error: ${String(DEFAULT_LIMIT)}, otherwise all)
  --language TAG      prefer this language, such as ko or en (default: the one that matches best, or the original)
  --json              print JSON
  --help, --version

Exit codes: 0 done (also when nothing was found), 1 no such entry, file or source, 2 the command line is wrong;
"error" also ends with 1 when no entry answers what the log reports.`;

/**
 * Parses the arguments after the program's name.
 *
 * @throws {UsageError}
 */
export function readArguments(args: readonly string[]): Request {
  const { values, positionals } = parse(args);
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  const [command, ...rest] = positionals;
  if (command === undefined) throw new UsageError('no command was given.');
  if (!isCommand(command)) {
    throw new UsageError(`"${command}" is not a command.`);
  }
  // An unquoted query of several words is still one query.
  const argument = command === 'search' ? rest.join(' ') : rest[0];
  if (command === 'entries' && rest.length > 0)
    throw new UsageError(`"entries" takes no argument, got "${rest.join(' ')}".`);
  if (command === 'show' && rest.length !== 1) throw new UsageError('"show" takes one id.');
  if (command === 'resolve' && (rest.length !== 1 || argument === '')) {
    throw new UsageError('"resolve" takes one Python file, or "-" for standard input.');
  }
  if (command === 'symbol' && (rest.length !== 1 || argument?.trim() === '')) {
    throw new UsageError('"symbol" takes one name, such as sqlalchemy.orm.Session.');
  }
  if (command === 'error' && (rest.length > 1 || argument === '')) {
    throw new UsageError('"error" takes one file, or standard input.');
  }
  if (values.queries !== undefined && (command !== 'search' || rest.length > 0)) {
    throw new UsageError('"--queries" belongs to "search", in place of a query.');
  }
  if (command === 'search' && values.queries === undefined && argument?.trim() === '') {
    throw new UsageError('"search" needs a query, or "--queries FILE".');
  }
  if (values.source?.some((path) => path.trim() === '') === true) {
    throw new UsageError('"--source" takes the path of a folder or a Markdown file, got an empty one.');
  }
  return {
    kind: 'run',
    options: {
      command,
      ...(argument === undefined ? {} : { argument }),
      ...(values.queries === undefined ? {} : { queries: values.queries }),
      sources: values.source ?? [],
      limit: readLimit(values.limit) ?? (['search', 'error'].includes(command) ? DEFAULT_LIMIT : Infinity),
      json: values.json ?? false,
      ...(values.language === undefined ? {} : { language: values.language }),
    },
  };
}

function isCommand(word: string): word is CommandOptions['command'] {
  return ['entries', 'show', 'search', 'symbol', 'resolve', 'error'].includes(word);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string', multiple: true },
        queries: { type: 'string' },
        limit: { type: 'string' },
        language: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text))
    throw new UsageError(`"--limit" takes a whole number from 1 on, got "${text}".`);
  return Number(text);
}
