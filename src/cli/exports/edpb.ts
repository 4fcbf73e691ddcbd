import { loadMessages, getMessages } from '../../locales/load.js';
import type { Cookie, Manifest } from '../../manifest/types.js';
import { formatDuration } from '../../manifest/duration.js';
import { localize } from '../../manifest/localize.js';
import { remark, type Exported, type ExportOptions } from './form.js';

/**
 * Knowledge bases of the EDPB's website auditing tool, as it exports and imports them (its models `KnowledgeBase`, `CookieKnowledge`
 * and `LocalStorageKnowledge`): one of cookies, one of local storage; it has no more. A cookie is found there by name and domain,
 * where "*" is any domain; it has no field for a duration, which is put after the comment.
 */
export async function edpb(
  { cookies, site, language: own, revision }: Manifest,
  { language, host, at }: ExportOptions,
): Promise<Exported> {
  await loadMessages(language);
  const { messages: words, language: spoken } = getMessages(language);
  const author = localize(site.name, language, own).text;
  const now = at.toISOString();

  const common = ({ purpose, provider, category, duration }: Cookie) => {
    const name = localize(provider.name, language, own).text;
    return {
      category,
      ...{ source: name, controller: name },
      date: revision ?? '',
      policy: provider.url ?? '',
      reference: '',
      comment: `${localize(purpose, language, own).text} (${formatDuration(duration, spoken, words)})`,
      ...{ created_at: now, updated_at: now },
    };
  };
  const base = (kind: string, knowledges: readonly object[]) =>
    knowledges.length
      ? [
          {
            name: author ? `${author} (${kind})` : kind,
            author,
            category: kind,
            trustLevel: 'informative',
            used: true,
            created_at: now,
            knowledges,
          },
        ]
      : [];

  const inCookies = cookies.filter(({ storage }) => storage === 'cookie');
  const inStorage = cookies.filter(({ storage }) => storage === 'localStorage');
  const bases = [
    ...base(
      'cookie',
      inCookies.map((cookie) => ({
        kind: 'cookie',
        // As browsers name the domain of a cookie that subdomains share.
        domain: (cookie.domain ?? (cookie.party === 'first' ? host : undefined))?.replace(/^\*\./, '.') ?? '*',
        // As its wildcards are written: the beginning alone.
        name: cookie.name.replace(/\*$/, ''),
        wildcard_match: cookie.name.endsWith('*') ? 1 : 0,
        ...common(cookie),
      })),
    ),
    ...base(
      'localstorage',
      inStorage.map((item) => ({ kind: 'localstorage', key: item.name, script: '', ...common(item) })),
    ),
  ];
  const left = cookies.filter((cookie) => !inCookies.includes(cookie) && !inStorage.includes(cookie));
  const inner = [
    ...inCookies.filter(({ name }) => name.slice(0, -1).includes('*')),
    ...inStorage.filter(({ name }) => name.includes('*')),
  ];
  return {
    text: `${JSON.stringify(bases, null, 2)}\n`,
    remarks: [
      ...(author ? [] : ['The manifest has no site.name, so the knowledge bases have no author.']),
      ...remark(
        left.map(({ name, storage }) => `${name} (${storage})`),
        'Left out, as the tool has knowledge of cookies and local storage alone',
      ),
      ...remark(
        inner.map(({ name }) => name),
        'The tool takes the * of these names for a letter',
      ),
    ],
  };
}
