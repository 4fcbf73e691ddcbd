import { suggestWord } from '../manifest/suggest.js';
import { isUsable, type SettingFault } from './resolve-settings.js';

/** What each setting must be. */
const forms: { readonly [setting: string]: string } = {
  cookie: "letters, digits and !#$%&'*+-.^_`|~",
  domain: 'a host, such as "example.com"',
  path: 'a path that begins with "/" and has no space and no semicolon',
  sameSite: '"lax", "strict" or "none"',
  partitioned: 'true or false',
  days: 'a whole number from 1 to 400',
  revision: '1 to 64 letters, digits, ".", "_" or "-"',
  texts: '',
};

/** Explains in English why a setting was not taken, and what to write instead. */
export function explainFault({ setting, value, kept, isOfTag }: SettingFault): string {
  const written = `${setting}=${JSON.stringify(value)}`;
  if (isOfTag) return `${written} of <cookie-manifest> cannot be used: it must be ${forms[setting]}.`;
  if (!Object.hasOwn(forms, setting))
    return `the setting ${written} is unknown.${suggestWord(setting, Object.keys(forms))}`;
  if (!isUsable(setting, value)) return `the setting ${written} cannot be used: it must be ${forms[setting]}.`;
  if (kept !== undefined) return `the setting ${written} comes after ${setting}=${JSON.stringify(kept)}, which stays.`;
  return `the setting ${written} comes too late: the page has asked for preferences before. Give it in <meta name="cookie-manifest">, or call configure() first.`;
}
