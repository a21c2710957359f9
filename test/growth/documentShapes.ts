/** A document of about that many characters. */
export type DocumentShape = (characters: number) => string;

/** As many repetitions of a text as fit. */
function repeated(unit: string, characters: number): string {
  return unit.repeat(Math.max(1, Math.floor(characters / unit.length)));
}

/** As many lines as fit; each is made from its number. */
function lines(characters: number, line: (at: number) => string): string {
  const written: string[] = [];
  for (let length = 0, at = 0; length < characters; at += 1) {
    const next = line(at);
    written.push(next);
    length += next.length + 1;
  }
  return written.join('\n');
}

/** A text after a beginning. */
function after(beginning: string, shape: DocumentShape, end = ''): DocumentShape {
  return (characters) => beginning + shape(Math.max(1, characters - beginning.length)) + end;
}

function repeats(unit: string): DocumentShape {
  return (characters) => repeated(unit, characters);
}

/** An opening as often as its closing. */
function nested(open: string, close: string, inner = 'a'): DocumentShape {
  return (characters) => {
    const times = Math.max(1, Math.floor(characters / (open.length + close.length)));
    return open.repeat(times) + inner + close.repeat(times);
  };
}

/** Half of a document of one shape, and half of another. */
function halves(first: DocumentShape, second: DocumentShape): DocumentShape {
  return (characters) => `${first(characters / 2)}\n\n${second(characters / 2)}`;
}

const QUESTION = '# How do I use it?\n\n';
const ANSWER = `${QUESTION}> `;

function line(unit: string): DocumentShape {
  return after(ANSWER, repeats(unit), '\n');
}

/** Marks of which a line may consist. */
const MARKS = [
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  '!',
  '<',
  '>',
  '&',
  '~',
  ':',
  '|',
  '#',
  '-',
  '=',
  '$',
  '+',
  '{',
  '^',
  '\\',
  '"',
  '@',
  '/',
  '.',
  '?',
  '%',
];

/** Documents that may cost a reader more than their length says, by what they are made of. */
export const DOCUMENT_SHAPES: Readonly<Record<string, DocumentShape>> = {
  // Nesting.
  'nested quotes': repeats('> '),
  'nested quotes, ever deeper': (characters) => lines(characters, (at) => `${'>'.repeat(at + 1)} a`),
  'nested lists': (characters) => lines(characters, (at) => `${' '.repeat(at * 2)}- a`),
  'nested lists on one line': repeats('- '),
  'nested numbered lists on one line': repeats('1. '),
  'nested details': nested('<details>\n', '</details>\n'),
  'nested details with summaries': nested('<details><summary>Why?</summary>\n\n', '\n\n</details>\n'),
  'nested elements': nested('<div>\n', '</div>\n'),
  'nested inline elements': nested('<b>', '</b>'),
  'nested containers': nested(':::: tip\n', '::::\n'),
  'nested boxes': (characters) => lines(characters, (at) => `${' '.repeat(at * 4)}!!! note "T"`),
  'nested brackets': nested('[', ']'),
  'nested brackets with targets': nested('[', '](x)'),
  'nested images': nested('![', '](x)'),
  'nested emphasis': nested('*a ', ' b*'),
  'nested strong emphasis': nested('**a ', ' b**'),
  'nested alerts': repeats('> [!NOTE]\n> '),
  // Constructs that never close.
  'comments that never close': repeats('<!-- a\n'),
  'comments that never close but the last': after('', repeats('<!-- a\n'), '--> x'),
  'comments that never close in text': line('a <!-- '),
  'fences that never close': repeats('```\n'),
  'fences of ever other lengths': (characters) => lines(characters, (at) => '`'.repeat(3 + (at % 50))),
  // Below a question: a document of nothing but definitions has no entry.
  'titles of definitions that never close': after(`${ANSWER}a\n\n`, repeats('[r]: x "\n')),
  'titles of definitions in parentheses that never close': after(`${ANSWER}a\n\n`, repeats('[r]: x (\n')),
  'labels of definitions that never close': repeats('[r\n'),
  'definitions with a line between': repeats('[r]:\nx\n"'),
  'footnotes that never end': repeats('[^a]: b\n    '),
  'tags that never close': repeats('<a href="'),
  'tags that never close, by line': repeats('<div a="\n'),
  'elements that never close': repeats('<div>\n'),
  'inline elements that never close': line('<b>'),
  'details that never close': repeats('<details>\n<summary>a?\n\n'),
  'directives that never close': repeats('```{note} T\n'),
  'wikilinks that never close': line('[[a|'),
  'embeds that never close': line('![[a'),
  'inline footnotes that never close': line('a^['),
  'shortcodes that never close': line('{{< a "'),
  'Liquid tags that never close': repeats('{% hint style="info" %}\n'),
  'links that never close': line('[a](b'),
  'targets in angles that never close': line('[a](<b'),
  'code that never closes': (characters) =>
    ANSWER + lines(characters, (at) => '`'.repeat(1 + (at % 300))).replace(/\n/g, ' a '),
  'autolinks that never close': line('<https://x.test/a '),
  'processing instructions that never close': line('<?'),
  'declarations that never close': line('<!A '),
  'character data that never closes': line('<![CDATA['),
  // Lines and blanks.
  'one long word': after(ANSWER, repeats('a')),
  'one long word in Korean': after(ANSWER, repeats('가나다라')),
  'many short lines': repeats('a\n'),
  'many short paragraphs': repeats('a\n\n'),
  'many short sentences': line('A b. '),
  'many short quotes': after(QUESTION, repeats('> a\n\n')),
  'blank lines': after(`${QUESTION}a`, repeats('\n'), 'b'),
  'lines of spaces': after(`${QUESTION}a\n`, repeats('    \n'), 'b'),
  'blank lines in a quote': after(`${QUESTION}> https://x.test\n`, repeats('>\n'), '> b\n'),
  'blank lines in a list': after(`${QUESTION}- a\n`, repeats('\n'), '  b\n'),
  'blank lines in fences beside a name': (characters) =>
    `${QUESTION}sqlalchemy \`scoped_session\`\n\n` +
    repeated(
      `\`\`\`python\nscoped_session1 scoped_session\n${'\n'.repeat(characters / 8)}x\n\`\`\`\n`,
      characters,
    ),
  'tabs between words': after(`${ANSWER}이용`, repeats('\t'), 'x\n'),
  'tabs at the beginning': after(QUESTION, repeats('\t'), 'x\n'),
  'tabs in a quote': after(`${QUESTION}>`, repeats('\t'), 'x\n'),
  'spaces between words': after(`${ANSWER}a`, repeats(' '), 'x\n'),
  'spaces at the ends of lines': after(
    ANSWER,
    (characters) => `a${repeated(' ', characters / 2)}\n> a${repeated(' ', characters / 2)}\n> b`,
  ),
  'lazy lines of a quote': after(ANSWER, repeats('a\n')),
  'carriage returns': after('# A?\r\n\r\n', repeats('> a\r\n')),
  'carriage returns alone': after(ANSWER, repeats('a\r')),
  'null characters': after(ANSWER, repeats('\0a ')),
  'line separators': after(ANSWER, repeats('a\u2028')),
  'no-break spaces': after(ANSWER, repeats('\u00a0'), 'x'),
  // Replies and posts.
  'replies to one long answer': (characters) =>
    `# T?\n\nq?\n\n> A1. ${repeated('이건 나 가 까 ', characters / 2)}\n\n${repeated('> A1-1. 맞습니다.\n\n', characters / 2)}`,
  'replies to replies': after('# T?\n\n> A1. a\n\n', (characters) =>
    lines(characters, (at) => `> A1${'-1'.repeat(at % 200)}. b\n`),
  ),
  'labels of ever deeper replies': after('# T?\n\n> A1. a\n\n', (characters) =>
    lines(characters, (at) => `> A1${'-1'.repeat(at)}. b\n`),
  ),
  'labelled answers': after('# T?\n\n', (characters) =>
    lines(characters, (at) => `> A${String(at % 100)}. a\n`),
  ),
  'labels in one quote': after('# T?\n\n', (characters) =>
    lines(characters, (at) => `> A${String(at % 100)}. a`),
  ),
  'notes that correct answers': after('# T?\n\n> A1. a\n\n', repeats('> [!NOTE]\n> Corrects: A1\n> b\n\n')),
  'notes that correct many answers': after(
    '# T?\n\n',
    halves(repeats('> A1. a\n\n'), repeats(`> [!NOTE]\n> Corrects: ${'A1, '.repeat(70)}A1\n\n`)),
  ),
  speakers: after('# T?\n\n', repeats('Kim: How do I do that?\n\nLee: You do this.\n\n')),
  'ever other speakers': after('# T?\n\n', (characters) =>
    lines(characters, (at) => `Kim${String(at)}: How do I do that?\n`),
  ),
  'turns in bold': after('# T?\n\n', repeats('**Kim:** How?\n\n**Lee:** So.\n\n')),
  bylines: after(
    '# T?\n\n',
    repeats('**@kim** asked on 2024-01-01:\n\nHow?\n\n**@lee** answered:\n\nSo.\n\n'),
  ),
  'exported chat': after(
    '# T?\n\n',
    repeats('[김철수] [오후 3:04] 이건 어떻게 하나요?\n[이영희] [오후 3:05] 이렇게요.\n'),
  ),
  'masked speakers': after('# T?\n\n', repeats('김**: 어떻게 하나요?\n\n이**: 이렇게요.\n\n')),
  'mail headers': after(
    '# T?\n\n',
    repeats('From: a@b.test\nTo: c@d.test\nDate: 2024-01-01\n\n> How?\n\nSo.\n\n'),
  ),
  'quotes of mails': after('# T?\n\n', repeats('On Monday, Kim wrote:\n> How?\n\nSo.\n\n')),
  'questions and answers': repeats('Q: How?\nA: So.\n\n'),
  'questions and answers in bold': repeats('**Q: How?**\n\nA: So.\n\n'),
  'numbered questions': (characters) =>
    lines(characters, (at) => `${String(at + 1)}. How do I do that?\n   So.`),
  'numbered questions as paragraphs': (characters) =>
    lines(characters, (at) => `Q${String(at + 1)}. How do I do that?\n\nA${String(at + 1)}. So.\n`),
  interview: repeats('**How do you do that?**\n\nI do this.\n\n'),
  // Headings and entries.
  'questions as headings': repeats('# How?\n\n> So.\n\n'),
  'ever other questions as headings': (characters) =>
    lines(characters, (at) => `# How ${String(at)}?\n\n> So.\n`),
  'headings without text': repeats('# a\n'),
  'headings of all levels': repeats('# a\n## b?\n### c\n#### d\n##### e\n###### f\ntext\n\n'),
  'headings of one level below one': after('# a\n\n', repeats('## b?\n\ntext\n\n')),
  'sentences above headings': repeats('# a\n\nA sentence.\n\n## b\n\n'),
  'a sentence above many headings': after('# a\n\nA sentence.\n\n', repeats('## b\n\n')),
  'rooms with misplaced questions': after('# Room\n\n', repeats('## a\n\n> b\n\n### c?\n\n> d\n\n')),
  'underlined headings': repeats('a?\n===\n\nb\n---\n\nc\n\n'),
  'headings as elements': repeats('<h2>How?</h2>\n\nSo.\n\n'),
  'headings with anchors': (characters) => lines(characters, (at) => `## How? {#a${String(at)}}\n\nSo.\n`),
  'anchors above a heading': after('', repeats('<a name="a"></a>\n'), '# How?\n\n> So.\n'),
  'a long heading': (characters) => `# ${repeated('why ', characters)}?\n\n> So.\n`,
  'a long heading above many questions': (characters) =>
    `# ${repeated('why ', characters / 2)}\n\n${repeated('## How?\n\n> So.\n\n', characters / 2)}`,
  'long headings': (characters) => repeated(`# ${'why '.repeat(100)}?\n\n> So.\n\n`, characters),
  'a heading of links': (characters) => `# ${repeated('[a](b) ', characters)}\n\n> So.\n`,
  'a heading of code': (characters) => `# ${repeated('`a.b` ', characters)}\n\n> So.\n`,
  'questions in details': repeats('<details><summary>How?</summary>\n\nSo.\n\n</details>\n\n'),
  'a long summary': (characters) =>
    `<details><summary>${repeated('why ', characters)}</summary>\n\nSo.\n\n</details>\n`,
  'terms with definitions': repeats('How?\n: So.\n\n'),
  'subsections that repeat': repeats('## How?\n\ntext\n\n### Explanation\n\ntext\n\n'),
  'a table of contents': (characters) =>
    `# FAQ\n\n${lines(characters / 2, (at) => `- [How ${String(at)}?](#how-${String(at)})`)}\n\n${lines(characters / 2, (at) => `## How ${String(at)}?\n\nSo.\n`)}`,
  'ids that are pinned': (characters) =>
    lines(characters, (at) => `# How?\n\n<!-- id: a${String(at)} -->\n\n> So.\n`),
  // Definitions and references.
  'definitions that are not used': (characters) =>
    `${ANSWER}a\n\n${lines(characters, (at) => `[r${String(at)}]: x${String(at)}`)}`,
  'definitions that are used': (characters) =>
    `# T?\n\n${lines(characters / 2, (at) => `[r${String(at)}]: x${String(at)}`)}\n\n# U?\n\n${lines(characters / 2, (at) => `> [r${String(at)}]`)}`,
  'definitions that every post uses': (characters) =>
    `# T?\n\n${lines(characters / 2, (at) => `[r${String(at)}]: x${String(at)}`)}\n\n${repeated(`# U?\n\n> ${lines(200, (at) => `[r${String(at)}]`).replace(/\n/g, ' ')}\n\n`, characters / 2)}`,
  'a long definition that every post uses': (characters) =>
    `# A?\n\n[r]: ${repeated('x', characters / 2)}\n\n${repeated('# B?\n\n> [r]\n\n', characters / 2)}`,
  'a definition of 1,900 characters that every post uses': (characters) =>
    `# A?\n\n[r]: ${'x'.repeat(1900)}\n\n${repeated('# B?\n\n> [r]\n\n', characters)}`,
  'a long title that every post uses': (characters) =>
    `# A?\n\n[r]: x "${repeated('y', characters / 2)}"\n\n${repeated('# B?\n\n> [r]\n\n', characters / 2)}`,
  'references to a long definition in one post': (characters) =>
    `${QUESTION}[r]: ${repeated('x', characters / 2)}\n\n> ${repeated('[r] ', characters / 2)}\n`,
  'references with a long title in one post': (characters) =>
    `${QUESTION}[r]: x "${repeated('y', characters / 2)}"\n\n> ${repeated('[r] ', characters / 2)}\n`,
  'images of a long definition in one post': (characters) =>
    `${QUESTION}[r]: ${repeated('x', characters / 2)}\n\n> ${repeated('![r] ', characters / 2)}\n`,
  'references without a definition': line('[a-b][c-d] '),
  'references to each other': (characters) =>
    lines(characters, (at) => `[r${String(at)}]: #r${String(at + 1)} "[r${String(at + 1)}]"`),
  'links to one target': line('[a](b.md) '),
  'links with ever other targets': (characters) =>
    ANSWER + lines(characters, (at) => `[a](b${String(at)}.md)`).replace(/\n/g, ' '),
  'links to documentation': line(
    '[a](https://docs.sqlalchemy.org/en/20/orm/session_api.html#sqlalchemy.orm.Session.refresh) ',
  ),
  'links by line': after(QUESTION, repeats('> [a](b.md)\n')),
  images: line('![a](b.png) '),
  'images by line': after(QUESTION, (characters) => lines(characters, (at) => `> ![a](b${String(at)}.png)`)),
  'an image with a long text': (characters) => `${ANSWER}![${repeated('a ', characters)}](b.png)\n`,
  'a link with a long text': (characters) => `${ANSWER}[${repeated('a ', characters)}](b.md)\n`,
  'a link with a long target': (characters) => `${ANSWER}[a](${repeated('b', characters)})\n`,
  'bare links': line('https://x.test/a '),
  'bare links without spaces': line('https://x.test/'),
  'a long bare link': after(`${ANSWER}https://x.test/`, repeats('a')),
  'names of hosts': line('www.a.test '),
  'mail addresses': line('a@b.test '),
  autolinks: line('<https://x.test> '),
  'footnotes that are not used': (characters) =>
    `${ANSWER}a\n\n${lines(characters, (at) => `[^r${String(at)}]: x${String(at)}`)}`,
  'footnotes that are used': (characters) =>
    `# T?\n\n${lines(characters / 2, (at) => `[^r${String(at)}]: x${String(at)}`)}\n\n# U?\n\n${lines(characters / 2, (at) => `> [^r${String(at)}]`)}`,
  'footnotes that every post uses': (characters) =>
    `# A?\n\n${lines(20_000, (at) => `[^r${String(at)}]: ${'x'.repeat(1900)}`)}\n\n${repeated(`# B?\n\n> ${Array.from({ length: 10 }, (_, at) => `[^r${String(at)}]`).join(' ')}\n\n`, characters)}`,
  'a footnote that every post uses': (characters) =>
    `# A?\n\n[^r]: ${'x'.repeat(1900)}\n\n${repeated('# B?\n\n> [^r]\n\n', characters)}`,
  'footnotes that refer to each other': (characters) =>
    `${ANSWER}a [^r0]\n\n${lines(characters, (at) => `[^r${String(at)}]: b [^r${String(at + 1)}]`)}`,
  'references to one footnote': (characters) => `${ANSWER}${repeated('[^r] ', characters)}\n\n[^r]: a\n`,
  'inline footnotes': line('a^[b] '),
  wikilinks: line('[[a]] '),
  // Tables.
  'a wide table': (characters) =>
    `${QUESTION}${repeated('|a', characters / 3)}|\n${repeated('|-', characters / 3)}|\n${repeated('|b', characters / 3)}|\n`,
  'a long table': after(`${QUESTION}|a|b|\n|-|-|\n`, repeats('|c|d|\n')),
  'a table with short rows': (characters) =>
    `${QUESTION}${repeated('|a', characters / 3)}|\n${repeated('|-', characters / 3)}|\n${repeated('|b|\n', characters / 3)}`,
  'a table of comments': after(`${QUESTION}|Name|Comment|\n|-|-|\n`, repeats('|Kim|How?|\n')),
  'tables that never begin': repeats('a|b\n'),
  // Code.
  fences: after(QUESTION, repeats('> ```python\n> import a\n> ```\n\n')),
  'code that imports': after(`${QUESTION}\`\`\`python\n`, repeats('from a import (b,\n'), '```\n'),
  'code that names many': (characters) =>
    `${QUESTION}\`\`\`python\n${lines(characters, (at) => `name${String(at)} = call${String(at)}()`)}\n\`\`\`\n\n> a\n`,
  'indented code': after(QUESTION, repeats('    a = b\n')),
  'names in code': line('`Session.execute` '),
  'ever other names in code': (characters) =>
    ANSWER + lines(characters, (at) => `\`a${String(at)}.b\``).replace(/\n/g, ' '),
  'names in prose': line('The scoped_session function takes a Session. '),
  'known names': line('`sqlalchemy.orm.Session` `sqlalchemy.orm.scoped_session` `asyncio.gather` '),
  'known names in many posts': after(QUESTION, repeats('> `sqlalchemy.orm.Session` and asyncio.gather\n\n')),
  'known names in many entries': repeats('# How?\n\n> `sqlalchemy.orm.Session` and asyncio.gather\n\n'),
  'dotted names': line('a.b.c.d.e.f.'),
  'underscores in names': line('a_b_'),
  'quotes in code': line('`a "b` '),
  'calls in code': line('`a(b=c(d=' + '"e"))` '),
  tracebacks: after(
    `${QUESTION}\`\`\`\n`,
    repeats(
      'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    a()\nValueError: a\n',
    ),
    '```\n',
  ),
  'messages of errors': line("ValueError: could not convert string to float: 'a' "),
  // Characters.
  emoji: line('😀'),
  'emoji codes': line(':tada: '),
  'emoji joined': after(ANSWER, repeats('👩\u200d')),
  entities: line('&amp;'),
  'entities without an end': line('&amp'),
  'numbered entities': line('&#x41;'),
  'Korean particles': line('은는이가을를에서로'),
  'Korean words': line('세션을 사용하면 트랜잭션이 자동으로 시작됩니다. '),
  'Korean words in a quote without spaces': line('세션을사용하면트랜잭션이자동으로시작됩니다'),
  'Korean jamo': line('ㅋㅋㅎㅎ'),
  'combining marks': after(ANSWER, repeats('a\u0301\u0300')),
  'combining marks on one letter': after(`${ANSWER}a`, repeats('\u0301')),
  'bidirectional marks': line('\u202ea\u202c'),
  Chinese: line('会话'),
  'lone surrogates': line('\ud800'),
  'zero-width characters': line('a\u200b'),
  escapes: line('\\*'),
  versions: line('2.0.1 '),
  digits: line('1'),
  dates: line('2024-01-01 '),
  'colons between words': line('a: '),
  courtesy: line('감사합니다 '),
  'asking words': line('어떻게 하나요? '),
  // Other constructs.
  bullets: after(QUESTION, repeats('- a\n')),
  tasks: after(QUESTION, repeats('- [ ] a\n- [x] b\n')),
  'numbered items': (characters) => QUESTION + lines(characters, (at) => `${String(at)}. a`),
  rules: repeats('---\n\n'),
  comments: repeats('<!-- a -->\n'),
  boxes: repeats('!!! note "T"\n    a\n\n'),
  containers: repeats('::: tip\na\n:::\n\n'),
  directives: repeats('```{note} T\na\n```\n\n'),
  alerts: after(QUESTION, repeats('> [!NOTE]\n> a\n\n')),
  'folded callouts': repeats('> [!faq]- How?\n> So.\n\n'),
  'tabbed boxes': repeats('=== "T"\n\n    a\n\n'),
  shortcodes: line('{{< a >}} '),
  roles: line('{ref}`a` '),
  'marked text': line('==a== '),
  'attribute lists': line('[a](b){: .c } '),
  'line breaks as elements': line('a<br>'),
  'images as elements': line('<img src="a.png" alt="b">'),
  'links as elements': line('<a href="b">a</a> '),
  'code as elements': line('<code>a</code> '),
  'preformatted elements': after(QUESTION, repeats('<pre>\na\n</pre>\n\n')),
  'tables as elements': after(`${QUESTION}<table>\n`, repeats('<tr><td>a</td></tr>\n'), '</table>\n'),
  'lists as elements': after(`${QUESTION}<ul>\n`, repeats('<li>a\n'), '</ul>\n'),
  'closing tags': line('</b>'),
  'modules of MDX': repeats('import A from "a"\n\n<A>\n\nb\n\n</A>\n\n'),
  'emphasis without an end': line('*a **a '),
  'emphasis that alternates': line('*a_b'),
  'struck text': line('~~a~~ '),
  // One line of marks.
  ...Object.fromEntries(MARKS.map((mark) => [`a line of ${mark}`, line(mark)])),
};
