import { describe, expect, it } from 'vitest';
import { parseErrors } from '../../../../src/core/tracebacks/parseErrors';
import { sureTypes } from './readings';

describe('text that reports no exception of Python', () => {
  it.each([
    [
      'Java',
      'Exception in thread "main" java.lang.IllegalStateException\n\tat com.shop.Main.run(Main.java:12)\n\tat com.shop.Main.main(Main.java:4)',
    ],
    [
      'Go',
      'panic: runtime error: index out of range [3] with length 3\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:8 +0x1d\nexit status 2',
    ],
    [
      'Rust',
      "thread 'main' panicked at src/main.rs:4:5:\nindex out of bounds: the len is 3 but the index is 3\nnote: run with `RUST_BACKTRACE=1`",
    ],
    ['ruff', 'app/main.py:3:1: F401 [*] `os` imported but unused\nFound 1 error.'],
    [
      'mypy',
      'app/main.py:12: error: Incompatible return value type (got "int", expected "str")  [return-value]',
    ],
    ['pyright', '/app/main.py:12:5 - error: "x" is possibly unbound (reportPossiblyUnbound)'],
    ['an access log', '10.0.0.1 - - [24/Nov/2026:17:34:16 +0900] "GET /posts HTTP/1.1" 200 512'],
    [
      'SQL echo',
      '2026-11-24 17:34:16,123 INFO sqlalchemy.engine.Engine SELECT tag.id\nFROM tag\n2026-11-24 17:34:16,123 INFO sqlalchemy.engine.Engine [raw sql] ()',
    ],
    [
      'a diff',
      '--- a/main.py\n+++ b/main.py\n@@ -1,3 +1,3 @@\n-    raise ValueError("a")\n+    raise KeyError("a")',
    ],
    [
      'prose',
      '`HTTPException`을 던지면 FastAPI가 JSON 응답으로 바꿔 줍니다. 예: HTTPException(status_code=404)',
    ],
    [
      'pip',
      'Successfully installed fastapi-0.115.0 uvicorn-0.32.0\n[notice] A new release of pip is available',
    ],
    ['git', 'On branch main\nChanges not staged for commit:\n  modified:   app/errors.py'],
    [
      'a JSON configuration',
      '{\n  "name": "shop",\n  "version": "1.0.0",\n  "scripts": { "test": "vitest" }\n}',
    ],
    ['YAML', 'services:\n  api:\n    image: shop\n    environment:\n      - LOG_LEVEL=error'],
    ['a table', '| name | error |\n|------|-------|\n| a    | none  |'],
    [
      'code',
      'try:\n    load()\nexcept KeyError as error:\n    logger.error("failed: %r", error)\n    raise HTTPException(404, detail="no") from error',
    ],
    ['Korean chat', '[홍길동] [오후 3:12] 배포는 저녁에 해요\n[김개발] [오후 3:13] 네 좋아요'],
    ['a stack in code', 'logger.info("File \\"%s\\", line %d", path, line)'],
  ])('has no class: %s', (_, text) => {
    expect(sureTypes(text)).toEqual([]);
    expect(parseErrors(text).every(({ frames }) => frames.length === 0)).toBe(true);
  });
});
