/** What a promise gives, or something else where it takes longer than that many milliseconds. */
export async function withTimeout<T>(waited: Promise<T>, patience: number, otherwise: T): Promise<T> {
  let timer;
  const timeout = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise);
    }, patience);
  });
  try {
    return await Promise.race([waited, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
