import { inWords } from '../../audit/lifetimes.js';
import { guard } from '../../import/exports/formulas.js';
import type { ownColumns } from '../../import/exports/own.js';
import type { Cookie } from '../../manifest/types.js';
import { localize } from '../../manifest/localize.js';
import type { Exporter } from './form.js';

/** A duration as a manifest writes it. */
const written = ({ duration }: Cookie): string =>
  duration.kind === 'session' || duration.kind === 'persistent' ? duration.kind : inWords(duration);

/** A cell (RFC 4180), which no spreadsheet takes for a formula. */
function cell(text: string): string {
  const guarded = guard(text);
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * CSV (RFC 4180) with a header. Durations, categories and the like are the manifest's own words, so that `import` reads back what was
 * exported.
 */
export const csv: Exporter = ({ cookies, language: own }, { language }) => {
  const columns: { readonly [Header in (typeof ownColumns)[number]]: (cookie: Cookie) => string | undefined } = {
    name: ({ name }) => name,
    purpose: ({ purpose }) => localize(purpose, language, own).text,
    duration: written,
    provider: ({ provider }) => localize(provider.name, language, own).text,
    'provider url': ({ provider }) => provider.url,
    category: ({ category }) => category,
    party: ({ party }) => party,
    storage: ({ storage }) => storage,
    domain: ({ domain }) => domain,
    path: ({ path }) => path,
    httpOnly: ({ httpOnly }) => httpOnly?.toString(),
    exemption: ({ exemption }) => exemption,
  };
  const rows = [
    Object.keys(columns),
    ...cookies.map((cookie) => Object.values(columns).map((column) => column(cookie) ?? '')),
  ];
  return { text: rows.map((row) => `${row.map(cell).join(',')}\r\n`).join(''), remarks: [] };
};
