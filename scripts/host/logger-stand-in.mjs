/**
 * VS Code writes its logs and its extensions' output channels through the native module `@vscode/spdlog`, which the host
 * takes without building. This is the same interface in plain JavaScript; `install.mjs` puts it in the module's place.
 */
import { appendFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The names that VS Code's log viewer knows, by spdlog's levels. */
const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  #file;
  #level = 0;
  #formatted = true;

  /**
   * @param {string} file
   * @param {number} largest a file that has reached this size, in bytes, is begun anew
   */
  constructor(file, largest) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= largest) rmSync(file);
    appendFileSync(file, '');
  }

  /**
   * @param {number} level
   * @param {string} message
   */
  #write(level, message) {
    if (level < this.#level) return;
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    const time = local.toISOString().replace('T', ' ').replace('Z', '');
    const line = this.#formatted ? `${time} [${String(LEVELS[level])}] ${message}\n` : message;
    appendFileSync(this.#file, line);
  }

  /** @param {string} message */
  trace(message) {
    this.#write(0, message);
  }

  /** @param {string} message */
  debug(message) {
    this.#write(1, message);
  }

  /** @param {string} message */
  info(message) {
    this.#write(2, message);
  }

  /** @param {string} message */
  warn(message) {
    this.#write(3, message);
  }

  /** @param {string} message */
  error(message) {
    this.#write(4, message);
  }

  /** @param {string} message */
  critical(message) {
    this.#write(5, message);
  }

  getLevel() {
    return this.#level;
  }

  /** @param {number} level */
  setLevel(level) {
    this.#level = level;
  }

  /** VS Code sets one pattern, the one written here. */
  setPattern() {
    this.#formatted = true;
  }

  clearFormatters() {
    this.#formatted = false;
  }

  /** Every line is written at once. */
  flush() {
    return undefined;
  }

  drop() {
    return undefined;
  }
}

/**
 * @param {string} _name
 * @param {string} file
 * @param {number} size in bytes
 * @returns {Promise<Logger>}
 */
export function createAsyncRotatingLogger(_name, file, size) {
  return Promise.resolve(new Logger(file, size));
}

/** Every line is written at once, whatever its level. */
export function setFlushOn() {
  return undefined;
}
