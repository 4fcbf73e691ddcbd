import { createInterface } from 'node:readline/promises';
import { readCategory } from '../../import/categories.js';
import { stated } from '../../import/draft.js';
import { readDuration } from '../../import/durations.js';
import type { FoundCookie, Remark, Source } from '../../import/found.js';
import { matchesPattern } from '../../manifest/validate.js';
import { plain } from './report.js';

/** Gives the answer to a question, without the space around it; undefined when no more will come. */
type Ask = (question: string) => Promise<string | undefined>;

/** Asks on the terminal, while `work` lasts: questions go to stderr, as stdout may be a manifest on its way into a file. */
export async function asking<T>(stop: AbortSignal, work: (ask: Ask) => Promise<T>): Promise<T> {
  // Not readline's own terminal: it would lose lines that come before their question, and keep Ctrl-C from the command.
  const lines = createInterface({ input: process.stdin, terminal: false });
  const interrupt = () => lines.close();
  stop.addEventListener('abort', interrupt);
  const answers = lines[Symbol.asyncIterator]();
  let ended = false;
  try {
    return await work(async (question) => {
      if (ended) return undefined;
      process.stderr.write(question);
      const answer: IteratorResult<string, undefined> = await answers.next();
      stop.throwIfAborted();
      if (!answer.done) return answer.value.trim();
      ended = true;
      process.stderr.write('\n');
      return undefined;
    });
  } finally {
    stop.removeEventListener('abort', interrupt);
    lines.close();
  }
}

/**
 * Asks about all that is lost or in doubt. Without an answer it stays as it is.
 * @returns the source with what was answered, and the ids that were chosen for categories by their labels
 */
export async function improve(
  source: Source,
  language: string | undefined,
  ask: Ask,
): Promise<{ readonly source: Source; readonly categories: ReadonlyMap<string, string> }> {
  const remarks: Remark[] = [...source.remarks];
  const categories = new Map<string, string>();
  const out = new Set<FoundCookie>();
  for (const { at, message, kind } of source.remarks.filter(({ kind }) => kind !== 'note')) {
    const meant = source.cookies.filter((cookie) => cookie.at === at || cookie.at.startsWith(`${at}, `));
    if (!meant.length) continue;
    const names = plain(meant.map(({ name }) => name).join(', '));
    const answer = await ask(
      `${at}: ${kind === 'lost' ? 'Not read' : 'In doubt'}: ${plain(message)}\n  ${names}: Enter keeps ${meant.length > 1 ? 'them' : 'it'}, "-" leaves ${meant.length > 1 ? 'them' : 'it'} out: `,
    );
    if (answer !== '-') continue;
    for (const cookie of meant) {
      if (!out.has(cookie))
        remarks.push({
          at: cookie.at,
          message: 'It is left out, as was answered.',
          written: cookie.name,
          kind: 'note',
        });
      out.add(cookie);
    }
  }

  const cookies: FoundCookie[] = [];
  for (const cookie of source.cookies.filter((cookie) => !out.has(cookie))) {
    const about = `${cookie.at}, ${plain(cookie.name)}: `;
    const purpose = stated(cookie.purpose) ?? (await ask(`${about}What is it for? (Enter: still to do) `));
    const duration = await askDuration(cookie, about, language, ask);
    const label = stated(cookie.category);
    if (label && !categories.has(label)) await askCategory(label, about, categories, ask);
    cookies.push({ ...cookie, ...(purpose && { purpose }), ...(duration && { duration }) });
  }
  return { source: { ...source, cookies, remarks }, categories: new Map([...categories].filter(([, id]) => id)) };
}

async function askDuration(
  { duration }: FoundCookie,
  about: string,
  language: string | undefined,
  ask: Ask,
): Promise<string | undefined> {
  const written = duration?.trim() ?? '';
  const read = matchesPattern('duration', written) ? { duration: written } : readDuration(written, language);
  if (read && !read.doubt) return duration;
  const state = read
    ? `"${plain(written)}" was read as ${read.duration}: ${read.doubt}.`
    : written
      ? `"${plain(written)}" cannot be read.`
      : 'No duration stands there.';
  for (;;) {
    const answer = await ask(
      `${about}${state} How long? (say 13 months, or session; Enter ${read ? 'keeps that' : 'keeps it as it is'}) `,
    );
    if (answer === undefined) return duration; // nobody has looked at it
    if (!answer) return read ? read.duration : duration;
    const better = matchesPattern('duration', answer) ? { duration: answer } : readDuration(answer, language);
    if (better) return better.duration;
  }
}

async function askCategory(label: string, about: string, categories: Map<string, string>, ask: Ask): Promise<void> {
  const read = readCategory(label);
  let answer: string | undefined = '';
  if (!read.known)
    do
      answer = await ask(
        `${about}Which category is "${plain(label)}"? (essential, functional, preferences, statistics, marketing or another id; Enter: ${read.id || 'a number'}) `,
      );
    while (answer && !matchesPattern('id', answer));
  categories.set(label, answer ?? '');
}
