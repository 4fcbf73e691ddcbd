import type { Source } from '../found.js';
import { amountOf } from './amounts.js';
import { collect, type Collection } from './collect.js';
import { rowsOf, type Table } from './columns.js';
import { brief, field, isObject, list, text, type JsonObject } from './json.js';
import { plainText } from './markup.js';
import { addRow } from './rows.js';
import { hostOf, widened, yesOrNo } from './values.js';

const dayLength = 86_400;

/** What stands for any characters in OneTrust's names: `_ga_xxxxxxxxxx`. */
const sign = /(?<![a-z])x{3,}(?![a-z])/gi;

/** Whether a CSV file has columns as OneTrust's cookie lists have them, or at least those of some list of cookies. */
export const isOneTrustTable = ({ kinds }: Table): boolean => kinds.has('name') && kinds.size >= 3;

/** Reads a cookie list as OneTrust exports it; its columns may have any order. */
export function readOneTrustTable(table: Table): Source {
  const collection = collect();
  for (const row of rowsOf(table, collection)) addRow(collection, row, { sign });
  return collection.source();
}

/** The published data of a domain: as `en.json` has it, as its script gives it, or inside what the SDKs are given. */
function domainData(json: unknown): JsonObject | undefined {
  const candidates = [field(json, 'DomainData'), field(field(json, 'culture'), 'DomainData'), json];
  return candidates.find(
    (data): data is JsonObject =>
      isObject(data) &&
      Array.isArray(data.Groups) &&
      (data.Groups as readonly unknown[]).some(
        (group) =>
          isObject(group) && ['FirstPartyCookies', 'Hosts', 'Cookies'].some((key) => Array.isArray(group[key])),
      ),
  );
}

/**
 * Reads the data that OneTrust publishes for a domain.
 * @returns undefined where it is none
 */
export function readOneTrustJson(json: unknown): Source | undefined {
  const data = domainData(json);
  if (!data) return undefined;
  const collection = collect();
  list(data, 'Groups').forEach((group, index) => readGroup(collection, group, `Groups[${index}]`));
  return collection.source({ language: text(field(data, 'Language'), 'Culture') });
}

function readGroup(collection: Collection, group: unknown, at: string): void {
  if (!isObject(group)) return collection.remark('lost', at, 'This is no group of cookies.', brief(group));
  // Older data have the texts by language, and a group of its own for each parent.
  const older = list(group, 'GroupLanguagePropertiesSets')[0];
  const category = text(group, 'GroupName') ?? text(field(older, 'GroupName'), 'Text');
  const description = text(group, 'GroupDescription') ?? text(field(older, 'GroupDescription'), 'Text');
  const about = { category: category && plainText(category), categoryText: description && plainText(description) };
  list(group, 'FirstPartyCookies').forEach((cookie, index) =>
    readCookie(collection, cookie, `${at}.FirstPartyCookies[${index}]`, { ...about, party: 'first' }),
  );
  list(group, 'Hosts').forEach((host, hostIndex) => {
    const hostName = text(host, 'HostName', 'DisplayName');
    const cookies = list(host, 'Cookies');
    if (!cookies.length)
      collection.remark('lost', `${at}.Hosts[${hostIndex}]`, 'This host has no list of cookies.', hostName);
    // The host's name is a domain, or the company's own name for it.
    const provider = text(host, 'DisplayName') ?? hostName;
    cookies.forEach((cookie, index) =>
      readCookie(collection, cookie, `${at}.Hosts[${hostIndex}].Cookies[${index}]`, {
        ...about,
        party: 'third',
        provider,
        purpose: text(host, 'Description'),
      }),
    );
  });
  list(group, 'Cookies').forEach((cookie, index) => readCookie(collection, cookie, `${at}.Cookies[${index}]`, about));
}

interface About {
  readonly category: string | undefined;
  readonly categoryText: string | undefined;
  readonly party?: 'first' | 'third';
  readonly provider?: string | undefined;
  readonly purpose?: string | undefined;
}

function readCookie(collection: Collection, cookie: unknown, at: string, about: About): void {
  const { add, remark } = collection;
  const name = text(cookie, 'Name');
  if (!name) return remark('lost', at, 'This entry names no cookie.', brief(cookie));
  const host = text(cookie, 'Host');
  const domain = hostOf(host);
  if (host && !domain) remark('lost', at, `The host of ${name} is none, and is left out.`, host);
  const days = text(cookie, 'Length');
  const isSession = yesOrNo(field(cookie, 'IsSession'));
  const duration = isSession ? 'session' : Number(days) > 0 ? amountOf(Math.ceil(Number(days)) * dayLength) : undefined;
  if (!duration)
    remark(
      'doubt',
      at,
      days === '0'
        ? `${name} is kept for less than a day; how long is not said.`
        : `How long ${name} is kept is not said.`,
      days,
    );
  const description = text(cookie, 'description', 'patternDescription', 'thirdPartyDescription') ?? about.purpose;
  const third = yesOrNo(field(cookie, 'IsThirdParty', 'isThirdParty'));
  add({
    at,
    name: widened(collection, at, name, sign),
    purpose: description && plainText(description),
    duration,
    provider: about.provider,
    category: about.category,
    categoryText: about.categoryText,
    party: about.party ?? (third === undefined ? undefined : third ? 'third' : 'first'),
    domain,
    httpOnly: yesOrNo(field(cookie, 'HttpOnly', 'IsHttpOnly')),
  });
}
