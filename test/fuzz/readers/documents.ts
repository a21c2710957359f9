import assert from 'node:assert/strict';
import { inferAnswer } from '../../../src/core/answerLine/inferAnswer';
import { replyTree } from '../../../src/core/render/replyTree';
import { excerptOf } from '../../../src/core/render/excerpt';
import { plainTextOf } from '../../../src/core/render/plainText';
import { parseDocument } from '../../../src/core/parse/parseDocument';
import { normaliseText } from '../../../src/core/text/normaliseText';
import { expectInside, type FuzzedReader } from './reader';

/** A document: every line is kept once, and every span lies where it should. */
export const documents: FuzzedReader = {
  isSlow: true,
  seeds: ['.md'],
  words: [
    ...['# ', '## ', '> ', '>> ', '- ', '1. ', '    ', '\t', '\n', '\n\n', '> \n', '>\n', '\r\n', '  \n'],
    ...['```', '~~~', '```python\n', '`', '**', '_', '~~', '==', '$$', '\\', '&lt;', '&#0;', '|', '|---|\n'],
    ...['[', '](', ')', '![', '[^a]', '[^a]: ', '[[', ']]', '[r]: x "', '[r]', '<', '>', '</', '/>'],
    ...['<details>', '</details>', '<summary>', '<!--', '-->', '<br>', '<p align="', '<table><tr><td>'],
    ...['::: tip\n', ':::\n', '!!! note\n', '??? q\n', '=== "T"\n', '> [!NOTE]\n', '{% hint %}', '{{< a >}}'],
    ...['A1. ', 'A1-1. ', 'Q: ', 'A: ', 'Q1. ', '**민수**: ', '[10:32] ', '<nick> ', '---\n', '***\n', ': '],
    ...['---\ntitle: ', '+++\n', '{#a}', '{: .b}', 'https://a.test/', 'www.', '😀', '\u200D', '\u202E', '\0'],
    ...['가', '입니다.', '맞습니다.', '감사합니다', 'sqlalchemy.orm.Session', '`select()`', '\u0301'],
  ],
  read(text) {
    const parsed = parseDocument('room/a.md', text);
    const normalised = normaliseText(text);
    const lineCount = Math.max(1, normalised.replace(/\n$/, '').split('\n').length);
    const ranges = [...parsed.entries.map(({ source }) => source), ...parsed.preamble].sort(
      (a, b) => a.startLine - b.startLine,
    );
    let next = 1;
    for (const { startLine, endLine } of ranges) {
      assert.equal(startLine, next, 'a line is lost, or in two entries');
      assert.ok(endLine > startLine, 'an entry without lines');
      next = endLine;
    }
    assert.equal(next, lineCount + 1, 'the last lines are lost');
    for (const problem of parsed.problems) {
      if (problem.line !== undefined) {
        expectInside({ start: problem.line, end: problem.line }, { start: 1, end: lineCount }, 'a problem');
      }
    }
    for (const entry of parsed.entries) {
      for (const post of entry.posts) {
        expectInside(post.span, { start: 0, end: normalised.length }, 'a post');
        expectInside(
          { start: post.line, end: post.line },
          { start: entry.source.startLine, end: entry.source.endLine - 1 },
          'the line of a post',
        );
        const answered = post.replyTo ?? 0;
        assert.ok(answered >= 0 && answered < entry.posts.length, 'a post answers none of its entry');
        excerptOf(post.markdown);
        plainTextOf(post.markdown);
      }
      for (const { span } of [...entry.links, ...entry.images, ...entry.code]) {
        expectInside(span, { start: 0, end: normalised.length }, 'a link, picture or code block');
      }
      const shown = replyTree(entry.posts).map(({ index }) => index);
      assert.equal(new Set(shown).size, entry.posts.length, 'a post is lost, or shown twice');
      inferAnswer(entry, 'answered');
    }
  },
};
