/** Problems of archives. The core names them; surfaces translate them. */

/** English message templates with the arguments `{0}`, `{1}` …, by problem kind. */
export const PROBLEM_MESSAGES = {
  frontMatterSyntax: 'The front matter is not valid {1}: {0} It was skipped; the text below it was kept.',
  frontMatterUnclosed: 'The front matter has no closing "{0}" line. Add one below the last key.',
  frontMatterNotMapping:
    'The front matter is not a list of "key: value" lines. It was skipped; the text was kept.',
  frontMatterTooLong:
    'The front matter has more than {0} characters. It was skipped; the text below it was kept. Shorten it.',
  frontMatterTooDeep:
    'The front matter is nested more than {0} levels deep on this line. It was skipped; the text below it was kept.',
  frontMatterValueTooLong:
    'The front matter key "{0}" should have at most {1} values of at most {2} characters. It was skipped.',
  frontMatterValue: 'The front matter key "{0}" should be {1}. It was skipped.',
  answerNoteTooLong:
    'The first note is marked as the answer line but has more than 200 characters. Shorten it, or remove the mark.',
  answerLanguage: 'The answer line does not seem to be in the language of its entry, "{0}".',
  answerContradicts: 'The answer line says yes where the first answer says no, or the other way round.',
  ofSeveralEntries:
    'The front matter key "{0}" is for a file with one entry; this one has {1}. It was skipped.',
  emptyDocument: 'The file is empty and has no entries.',
  noEntries: 'No entries found: the file has no headings and no text that could be a question.',
  duplicateId: 'The id "{0}" is pinned twice. The first entry keeps it; give this one another id.',
  translationUnmatched:
    'This translation does not match its original {0} in {1} of its {2} entries. These are kept as separate entries.',
  labelUnknown: 'The label "{0}" replies to "{1}", but no post of this entry has that label.',
  titleTooLong:
    'The title has more than 500 characters. Its beginning is the title, and a heading is kept in the text. Shorten it.',
  definitionTooLong:
    'The definition of "{0}" has more than 2,000 characters, so that only the post it stands in can refer to it. Shorten it.',
  referencesTooLong:
    'From here on, some references stay text: with the links and footnotes that they stand for, the file would be several times as long. Shorten the definitions, or refer to them less often.',
  topicsTooLong:
    'From here on, entries lack some of their topics: with all of them, the file would be several times as long. Shorten the headings above them.',
  missingImage: 'The image "{0}" is not in the archive.',
  imageOutside: 'The image path "{0}" points outside the archive\'s folder and was not read.',
  imageRefused: 'The image "{0}" is not shown: {1} Replace it.',
  seeUnknown: 'The related entry "{0}" does not exist in this archive.',
  manifestSyntax:
    "archive.json must contain one JSON object; there is an error on this line. The folder's name is used instead.",
  manifestValue: 'The archive.json key "{0}" should be {1}. It was skipped.',
  manifestTooLong:
    "archive.json has more than {0} characters. It was skipped, and the folder's name is used instead. Shorten it.",
  manifestTooDeep:
    "archive.json is nested more than {0} levels deep on this line. It was skipped, and the folder's name is used instead.",
  manifestValueTooLong: 'The archive.json key "{0}" should have at most {1} characters. It was skipped.',
  noDocuments: 'The folder has no Markdown files. Other files: {0}, namely {1}. Add files that end in .md.',
  noFiles: 'The folder is empty. Add files that end in .md.',
  otherTexts: 'Only Markdown files are read. These were left out: {0}.',
  unreadable: 'The file cannot be read: {0}',
  sourceUnreadable: 'The archive cannot be read: {0} Check the path and its permissions.',
  settingUnusable: 'The settings cannot be used as they are: {0}',
  tooLarge: 'The file is larger than {0} MB and was skipped. Split it into smaller files.',
  tooManyFiles: 'The folder has more than {0} Markdown files. The rest were skipped.',
  tooManyFolders:
    'The archive has more than {0} folders. The deepest ones were skipped: choose a folder that has only documents.',
  tooManyListed:
    'The archive has more than {0} files of all kinds. The deepest ones were skipped: choose a folder that has only documents.',
  tooDeep: 'This folder is more than {0} levels below the archive and was skipped. Move its documents up.',
  tooMuchText:
    'The archive has more than {0} million characters of Markdown. Files skipped: {1}. Split it into several archives.',
  folderUnreadable: 'The folder cannot be read: {0} The rest of the archive was read.',
  moreFoldersUnreadable: 'Other folders that cannot be read: {0}.',
  readingCancelled: 
    'Reading the archive was cancelled, so it was left out. The command “Read Archives Again” reads it.',
  internalError:
    'Archive Answers failed here because of an error of its own, and left it out. Please report it to the authors of the extension, with this file and the log.',
  duplicateArchive:
    'Another archive already uses the id "{0}". This one is opened as "{1}"; set "id" in its archive.json.',
  duplicateFile:
    'Another archive already uses the id "{0}". This one is opened as "{1}"; rename the file to give it another id.',
} as const;

/** Descriptions of valid values, for the second argument of `frontMatterValue` and `manifestValue`. */
export const EXPECTATIONS = {
  answer: 'one or two sentences of at most 200 characters',
  address: 'a URL that begins with https://',
  correctionAddress:
    'a URL that begins with https://, http:// or mailto:, with {title}, {id}, {document}, {line} and {body} as its only placeholders, none of them in the host name or a recipient; a mail with at most three recipients and no fields but cc, bcc, subject and body',
  date: 'a date such as 2026-08-21',
  errors: 'a list of exception names and error codes',
  ids: 'a list of ids of entries',
  language: 'a language tag such as "ko" or "en"',
  line: 'one line of text',
  oneOf: 'one of {0}',
  pinnedId: 'a short name of letters, digits and hyphens',
  symbols: 'a list of qualified Python names',
  text: 'text',
  texts: 'text or a list of texts',
  titles: 'texts by language tag',
  versions: 'a list such as ["sqlalchemy 2.0"]',
} as const;

/** Why something cannot be read, for the argument of `unreadable` and `sourceUnreadable`. */
export const REASONS = {
  denied: 'permission denied.',
  folder: 'it is a folder.',
  imageBytes: 'it is larger than {0} MB.',
  imageDamaged: 'its size in pixels cannot be read.',
  imagePixels: 'it has {0} × {1} pixels; at most {2} per side and {3} million in all are drawn.',
  link: 'a symbolic link has taken its place.',
  missing: 'it does not exist.',
  notFile: 'it is neither a file nor a folder.',
  notFolder: 'it is not a folder.',
  notMarkdown: 'it is not a Markdown file. Choose a folder, or a file that ends in .md.',
  notPart: '"{0}" is not part of the archive.',
  notPath: '“{0}” is not a path or URL.',
  notSource: 'a source should be a path or URL, as one line of text. Correct “archiveAnswers.sources”.',
  notSourceList: 'the sources should be a list of paths and URLs. Correct “archiveAnswers.sources”.',
  notTitle: 'the titles of sources should be texts, by source. Correct “archiveAnswers.sourceTitles”.',
  notUtf8: 'it is not UTF-8 text. Save it as UTF-8.',
  relative: '“{0}” is relative to a workspace folder, but no folder is open.',
  svgContent: 'it contains {0}. Save it without, or as PNG.',
  svgSides: 'it is {0} × {1} pixels large; at most {2} per side are drawn.',
  svgSize: 'it has too many elements, or elements that repeat others too often. Simplify it, or save it as PNG.',
  svgSyntax: 'it is not SVG in UTF-8.',
  scheme:
    '“{0}:” is not a file system that archives are read from. Write a path or a file: URL in “archiveAnswers.sources”.',
  tooLarge: 'it is larger than {0} MB.',
  tooManyOpen: 'too many files are open.',
  tooManySources: '“archiveAnswers.sources” lists more than {0} archives. The rest were skipped.',
  untrusted:
    '“{0}” is relative to a workspace folder that is not trusted. Trust it, or write an absolute path.',
} as const;

/** An argument of a problem that surfaces translate as well. */
export interface Expectation {
  readonly wanted: keyof typeof EXPECTATIONS;
  readonly args: readonly string[];
}

/** Another argument that surfaces translate. */
export interface Reason {
  readonly why: keyof typeof REASONS;
  readonly args?: readonly string[];
}

/** Reasons that are in the settings rather than in an archive. */
const SETTING_REASONS: ReadonlySet<Reason['why']> = new Set([
  'notSource',
  'notSourceList',
  'notTitle',
  'scheme',
  'tooManySources',
  'untrusted',
] satisfies Reason['why'][]);

/** The problem of a source that is left out for a reason. */
export function sourceProblem(reason: Reason | string): Problem {
  const isSetting = typeof reason !== 'string' && SETTING_REASONS.has(reason.why);
  const kind = isSetting ? 'settingUnusable' : 'sourceUnreadable';
  return { kind, severity: 'error', args: [reason] };
}

type ProblemKind = keyof typeof PROBLEM_MESSAGES;
type ProblemSeverity = 'error' | 'warning' | 'info';

export interface Problem {
  readonly kind: ProblemKind;
  readonly severity: ProblemSeverity;
  /** Path inside the archive; absent where the problem concerns the whole archive. */
  readonly document?: string;
  /** Counted from one. */
  readonly line?: number;
  readonly args: readonly (string | Expectation | Reason)[];
}

/** The English message of a problem, without its location. */
export function problemMessage(problem: Problem): string {
  const args = problem.args.map((arg) => {
    if (typeof arg === 'string') return arg;
    return 'why' in arg ? reasonMessage(arg) : fillTemplate(EXPECTATIONS[arg.wanted], arg.args);
  });
  return fillTemplate(PROBLEM_MESSAGES[problem.kind], args);
}

/** The English sentence for a reason. */
export function reasonMessage({ why, args = [] }: Reason): string {
  return fillTemplate(REASONS[why], args);
}

function fillTemplate(template: string, args: readonly string[]): string {
  return template.replace(/\{(\d+)\}/g, (whole, index: string) => args[Number(index)] ?? whole);
}
