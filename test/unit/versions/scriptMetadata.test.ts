import { describe, expect, it } from 'vitest';
import { readScriptMetadata } from '../../../src/core/versions/scriptMetadata';
import { namesOf } from './builders';

const read = async (text: string) => namesOf(await readScriptMetadata(text));

const SCRIPT = `#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.12"
# dependencies = [
#   "sqlalchemy<2",
#   "fastapi==0.95.2",
#
#   "rich",
# ]
# [tool.uv]
# constraint-dependencies = ["rich<14"]
# ///

import sqlalchemy
`;

describe('readScriptMetadata', () => {
  it('reads the requirements of a script', async () => {
    const expected = ['rich <14', 'sqlalchemy <2', 'fastapi 0.95.2'];
    expect(await read(SCRIPT)).toEqual(expected);
    expect(await read(SCRIPT.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('ends with the last closing line of the comment', async () => {
    expect(await read('# /// script\n# dependencies = ["a==1"]\n# ///\n# more\n# ///\n')).toEqual([]);
    expect(await read('# /// script\n# dependencies = ["a==1"]\n# ///')).toEqual(['a 1']);
  });

  it.each([
    ['no block', '# dependencies = ["a==1"]\nimport a\n'],
    ['a block of another type', '# /// pyproject\n# dependencies = ["a==1"]\n# ///\n'],
    ['a block that is not closed', '# /// script\n# dependencies = ["a==1"]\nimport a\n'],
    ['an indented block', '    # /// script\n    # dependencies = ["a==1"]\n    # ///\n'],
    ['a line without a blank', '# /// script\n#dependencies = ["a==1"]\n# ///\n'],
    ['invalid TOML', '# /// script\n# dependencies = ["a==1"\n# ///\n'],
    ['nothing', ''],
  ])('reads nothing from %s', async (_, text) => {
    expect(await read(text)).toEqual([]);
  });
});
