/** Waits for an answer, but not for ever: after some seconds it is undefined. */
export async function within<T>(seconds: number, answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, seconds * 1000, undefined)));
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearTimeout(timer);
  }
}
