import { describeCategory } from '../cookie-list/category-texts.js';
import type { ListedCookie } from '../cookie-list/list.js';
import { listNotes } from '../cookie-list/notes.js';
import { toParagraph, toText, type Context } from './context.js';
import type { Block, Row } from './types.js';

/** Describes the cookies, a table for each category, which the category's description precedes. */
export const describeTables = (context: Context): Block[] =>
  splitByCategory(context.cookies).flatMap((cookies) => describeTable(cookies, context));

function describeTable(cookies: readonly ListedCookie[], context: Context): Block[] {
  const { messages } = context.reader;
  const category = describeCategory(cookies[0]!, context.manifest, context.reader);
  // Where there are no other categories, an earlier section has said of all cookies what the library says of essential ones.
  const isNew = category.describedBySite || context.optionalCategories.size > 0;
  return [
    ...(category.description && isNew ? [toParagraph(category.description)] : []),
    {
      kind: 'table',
      caption: category.heading,
      columns: [messages.name, messages.purpose, messages.duration, messages.provider],
      rows: describeRows(cookies, context),
    },
  ];
}

function describeRows(cookies: readonly ListedCookie[], context: Context): Row[] {
  const { messages } = context.reader;
  const unstated = toText(messages.unstated, context);
  const purposeSpans = countSpans(cookies.map(({ purpose }) => purpose));
  const providerSpans = countSpans(cookies.map(({ provider, providerUrl }) => JSON.stringify([provider, providerUrl])));
  return cookies.map((cookie, index) => {
    const purpose = cookie.purpose ? { text: cookie.purpose, language: cookie.purposeLanguage } : unstated;
    const provider = {
      ...toText(cookie.provider || messages.unstated, context),
      ...(cookie.providerUrl && { url: cookie.providerUrl }),
    };
    return {
      name: cookie.name || messages.unstated,
      notes: listNotes(cookie, messages),
      purpose: { ...purpose, span: purposeSpans[index]! },
      duration: cookie.durationText || messages.unstated,
      provider: { ...provider, span: providerSpans[index]! },
    };
  });
}

/** Splits cookies by category in the manifest's order: essential first, the library's own last. */
function splitByCategory(cookies: readonly ListedCookie[]): ListedCookie[][] {
  const lists = new Map<string, ListedCookie[]>([['essential', []]]);
  for (const cookie of cookies) {
    const key = cookie.own ? 'own cookie' : cookie.category; // no id has a space
    lists.set(key, [...(lists.get(key) ?? []), cookie]);
  }
  return [...lists.values()].filter(({ length }) => length);
}

/** Counts for each value the rows that its cell spans: 0 where the row before has the same value. */
function countSpans(values: readonly string[]): number[] {
  const spans = values.map(() => 0);
  let first = 0;
  values.forEach((value, index) => {
    if (value !== values[first]) first = index;
    spans[first]!++;
  });
  return spans;
}
