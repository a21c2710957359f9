/** English titles of entries of the archive that ships. */
export const REQUEST = 'How do I tie one request to one session and one transaction in async SQLAlchemy?';
export const SCOPED = 'Is a freshly created Session safe across threads without scoped_session?';
export const CLASSES = 'What problems come up when FastAPI controllers are written as classes?';
export const JOINED = "Why is the joined table's data missing with async SQLAlchemy?";
