/** English titles of entries of the archive that ships. */
export const REQUEST = 'How do I tie one request to one session and one transaction in async SQLAlchemy?';
export const SCOPED = 'Is a freshly created Session safe across threads without scoped_session?';
export const CLASSES = 'What problems come up when FastAPI controllers are written as classes?';
export const JOINED = "Why is the joined table's data missing with async SQLAlchemy?";
export const LIFECYCLE = 'FastAPI request handling: which steps does a request go through inside?';

/** Korean titles, of these and of others. */
export const ASGI_KO = 'ASGI의 동작 원리를 배우려면 어떤 글을 읽으면 좋을까요?';
export const REQUEST_KO = '비동기 SQLAlchemy에서 요청 하나를 세션 하나, 트랜잭션 하나로 묶으려면?';
export const SCOPED_KO = '세션을 그때그때 새로 만들어 쓰면, scoped_session 없이도 멀티스레드에서 안전한가요?';
export const JOINED_KO = '비동기 SQLAlchemy에서 join한 테이블의 데이터가 비어 있는데, 왜 그런가요?';
