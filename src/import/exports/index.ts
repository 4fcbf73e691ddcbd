import type { Source } from '../found.js';
import { readTable, type Table } from './columns.js';
import { readConfigJson, readConfigScript, together } from './config.js';
import { isCookiebotTable, readCookiebotJson, readCookiebotScript, readCookiebotTable } from './cookiebot.js';
import { isCookieYesTable, readCookieYesJson, readCookieYesScript, readCookieYesTable } from './cookieyes.js';
import { isCookiesTxt, readCookiesTxt } from './cookies-txt.js';
import { isDatabaseTable, readDatabaseTable } from './database.js';
import { isHar, readHar } from './har.js';
import { parseJson } from './json.js';
import { parse, type Script } from './literals.js';
import { scriptsOf } from './markup.js';
import { isOneTrustTable, readOneTrustJson, readOneTrustTable } from './onetrust.js';
import { isOwnTable, readOwnTable } from './own.js';

export { lookUp, readDatabase, type DatabaseEntry } from './database.js';

/** The forms of files that are read, by the word that names them on the command line. */
export const exportForms = [
  'onetrust',
  'cookiebot',
  'cookieyes',
  'har',
  'cookies-txt',
  'database',
  'csv',
  'config',
] as const;
export type ExportForm = (typeof exportForms)[number];

/** A text, and what it may be; each is found out once, and only where it is asked for. */
interface Content {
  readonly text: string;
  /** As JSON; undefined where it is none. */
  readonly json: unknown;
  readonly table: Table | undefined;
  /** The script that it is, or those that stand in it where it is a page. */
  readonly scripts: readonly (readonly [place: string, script: Script])[];
}

/** How each form is told and read, in the order in which they are tried: the most particular first. */
const readers: {
  readonly [Form in ExportForm]: { readonly what: string; read(content: Content): Source | undefined };
} = {
  har: {
    what: 'a HAR file (HTTP Archive 1.2, JSON with log.entries)',
    read: ({ json }) => (isHar(json) ? readHar(json) : undefined),
  },
  database: {
    what: 'a CSV file of the Open Cookie Database',
    read: ({ table }) => (table && isDatabaseTable(table) ? readDatabaseTable(table) : undefined),
  },
  csv: {
    what: 'a CSV file of cookie-manifest export',
    read: ({ table }) => (table && isOwnTable(table) ? readOwnTable(table) : undefined),
  },
  cookieyes: {
    what: 'a cookie list of CookieYes (CSV with "Cookie ID" and "Duration", or JSON)',
    read: ({ json, table, scripts }) =>
      table && isCookieYesTable(table)
        ? readCookieYesTable(table)
        : (readCookieYesJson(json) ?? ofScripts(scripts, readCookieYesScript)),
  },
  cookiebot: {
    what: 'a cookie list of Cookiebot (CSV of a report, JSON of its interface, or cc.js)',
    read: ({ json, table, scripts }) =>
      table && isCookiebotTable(table)
        ? readCookiebotTable(table)
        : (readCookiebotJson(json) ?? ofScripts(scripts, readCookiebotScript)),
  },
  onetrust: {
    what: 'a cookie list of OneTrust (CSV with a column for the cookie’s name, or JSON with DomainData.Groups)',
    read: ({ json, table }) => (table && isOneTrustTable(table) ? readOneTrustTable(table) : readOneTrustJson(json)),
  },
  'cookies-txt': {
    what: 'a cookies.txt (lines of seven fields, separated by tabs)',
    read: ({ text }) => (isCookiesTxt(text) ? readCookiesTxt(text) : undefined),
  },
  config: {
    what: 'a configuration of vanilla-cookieconsent, Klaro or Orejime (JavaScript that says it in so many words, JSON, or a page with such a script)',
    read: ({ json, scripts }) => readConfigJson(json) ?? ofScripts(scripts, readConfigScript),
  },
};

const ofScripts = (
  scripts: Content['scripts'],
  read: (script: Script, place: string) => Source | undefined,
): Source | undefined => together(scripts.flatMap(([place, script]) => read(script, place) ?? []));

/** The words without which no script is parsed: a page has many that are of no interest. */
const ofInterest = /cookieTable|_categories|\bcategories\b|\blanguages\b|\bservices\b|\bapps\b|\bpurposes\b/;

function contentOf(text: string): Content {
  const known: { json?: { value: unknown }; table?: { value: Table | undefined }; scripts?: Content['scripts'] } = {};
  const isPage = /^\uFEFF?\s*</.test(text);
  return {
    text,
    get json() {
      return (known.json ??= { value: /^\uFEFF?\s*[[{]/.test(text) ? parseJson(text) : undefined }).value;
    },
    get table() {
      return (known.table ??= { value: isPage ? undefined : readTable(text) }).value;
    },
    get scripts() {
      if (known.scripts) return known.scripts;
      const sources = isPage
        ? scriptsOf(text).map((script, index) => [`script ${index + 1}: `, script] as const)
        : [['', text] as const];
      return (known.scripts = sources.flatMap(([place, source]) => {
        // Settings on their own are an expression, which no script may begin with.
        const script = ofInterest.test(source)
          ? (parse(source) ?? parse(`(${source.replace(/;\s*$/, '')})`))
          : undefined;
        return script ? [[place, script] as const] : [];
      }));
    },
  };
}

/**
 * Reads a file that another tool wrote.
 * @param form - what it is; without it, that is found out by its content
 * @returns undefined where it is none of the forms
 * @throws {Error} where it is not of the form that was named, with a sentence for whoever named it
 */
export function readExport(text: string, form?: ExportForm): Source | undefined {
  const content = contentOf(text);
  if (form) {
    const source = readers[form].read(content);
    if (source) return source;
    const other = (Object.keys(readers) as ExportForm[]).find((name) => name !== form && readers[name].read(content));
    throw new Error(
      `This is not ${readers[form].what}.${other ? ` It looks like ${readers[other].what}: "${other}".` : ''}`,
    );
  }
  for (const { read } of Object.values(readers)) {
    const source = read(content);
    if (source) return source;
  }
  return undefined;
}
