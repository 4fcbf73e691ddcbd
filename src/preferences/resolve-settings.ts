import {
  cookieNameForm,
  defaultCookieName,
  hasForm,
  revisionForm,
  type GivenSettings,
  type Settings,
} from './settings.js';

/** A setting that was given and not taken. */
export interface SettingFault {
  readonly setting: string;
  readonly value: unknown;
  /** The value that was given before and stays. */
  readonly kept?: unknown;
  /** Whether it is the `revision` of a tag. */
  readonly isOfTag?: boolean;
}

/** The settings where nothing else is configured. */
export const defaultSettings = {
  cookie: defaultCookieName,
  path: '/',
  sameSite: 'lax',
  partitioned: false,
  days: 182,
} as const;

/** The form of each setting. Whatever has no form here is no setting. */
const forms: { readonly [setting: string]: RegExp } = {
  cookie: cookieNameForm,
  domain: /^[\w.-]+$/,
  path: /^\/[!-:<-~]*$/, // RFC 6265, section 4.1.1: no control character and no semicolon
  sameSite: /^(lax|strict|none)$/,
  partitioned: /^(true|false)$/,
  days: /^([1-9]\d?|[123]\d\d|400)$/, // RFC 6265bis: no cookie lives longer than 400 days
  revision: revisionForm,
};

/** Returns whether a value can be used for a setting. */
export const isUsable = (setting: string, value: unknown): boolean =>
  Object.hasOwn(forms, setting) && hasForm(forms[setting]!, value);

/** Resolves all settings: of each the first value that came in time and can be used, else its default. */
export function resolveSettings(given: readonly GivenSettings[]): Settings {
  const taken: Partial<Settings> = Object.fromEntries(judgeSettings(given).taken);
  const settings = { ...defaultSettings, ...taken };
  const partitioned = `${settings.partitioned}` === 'true'; // markup has booleans and numbers as text
  return {
    ...settings,
    partitioned,
    sameSite: taken.sameSite ?? (partitioned ? 'none' : 'lax'), // a frame in another site has only `none`
    days: Number(`${settings.days}`),
  };
}

/** Finds the settings that cannot be used, contradict earlier ones, or come too late. */
export const findSettingFaults = (given: readonly GivenSettings[]): readonly SettingFault[] =>
  judgeSettings(given).faults;

/** Judges which settings are taken and which are not, in the order in which they came. One that is repeated is neither. */
function judgeSettings(given: readonly GivenSettings[]) {
  const taken = new Map<string, unknown>();
  const faults: SettingFault[] = [];
  for (const { values, isLate } of given)
    for (const [setting, value] of Object.entries(values).map(normalizeSetting)) {
      if (!setting) continue; // after a last semicolon comes nothing
      const kept = taken.get(setting);
      const isKnown = faults.some((fault) => fault.setting === setting && fault.value === value);
      const isRepeated = `${kept}` === `${value}`;
      if (isRepeated || isKnown) continue;
      if (!isLate && kept === undefined && isUsable(setting, value)) taken.set(setting, value);
      else faults.push({ setting, value, kept });
    }
  return { taken, faults };
}

/** Normalizes a setting that may come from markup, where names are in lower case and what is true needs no value. */
function normalizeSetting([setting, value]: [string, unknown]): [string, unknown] {
  if (setting === 'samesite') return ['sameSite', value];
  if (setting === 'partitioned' && value === '') return [setting, 'true'];
  return [setting, value];
}
