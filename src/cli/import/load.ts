import { createReadStream } from 'node:fs';
import { Trouble, saying } from '../problem.js';

/** What was read of a file or an address. */
export interface Loaded {
  readonly bytes: Uint8Array;
  /** The content type, where a server gave one. */
  readonly type?: string;
}

const megabytes = 20;
const seconds = 15;

/** All bytes of a stream, up to what a policy can reasonably be. */
async function collect(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > megabytes * 2 ** 20)
      throw new Trouble(`${name} has more than ${megabytes} MB, which no policy page or export has.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a file.
 * @throws {Trouble} where it cannot be read, or is too large
 */
export async function loadFile(file: string): Promise<Loaded> {
  try {
    return { bytes: await collect(createReadStream(file), file) };
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? `There is no file ${file}.`
        : `${file} cannot be read: ${saying(error)}`,
    );
  }
}

/**
 * Fetches an address, by as many redirections as fetch follows.
 * @param language - BCP 47 tag to ask the server for
 * @throws {Trouble} where it does not answer in time, answers with no page, or with too much
 */
export async function loadAddress(url: string, stop: AbortSignal, language?: string): Promise<Loaded> {
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new Trouble(`${url} did not answer within ${seconds} seconds.`)),
    seconds * 1000,
  );
  const interrupt = () => late.abort(stop.reason);
  stop.addEventListener('abort', interrupt);
  try {
    const response = await fetch(url, {
      signal: late.signal,
      headers: language ? { 'accept-language': language } : {},
    });
    if (!response.ok) throw new Trouble(`${url} answered ${response.status} ${response.statusText}`.trim() + '.');
    const type = response.headers.get('content-type');
    return { bytes: response.body ? await collect(response.body, url) : new Uint8Array(), ...(type && { type }) };
  } catch (error) {
    const reason: unknown = late.signal.aborted ? late.signal.reason : error;
    if (reason instanceof Trouble) throw reason;
    const { cause } = reason as Error;
    throw new Trouble(`${url} cannot be fetched: ${saying(cause ?? reason)}`);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', interrupt);
    late.abort(); // what is left of an answer that was too large
  }
}
