/** An application in strict TypeScript, as one would write it. It is only type-checked; lines that must be refused say so. */
import { cookieManifest, ManifestError, parseManifest, readPreferences } from 'cookie-manifest';
import type {
  Cookie,
  CookieFilter,
  ListedCookie,
  Manifest,
  ManifestInput,
  Preferences,
  Problem,
} from 'cookie-manifest';
import { audit, rules, type Finding, type Observed, type Rule } from 'cookie-manifest/audit';
import 'cookie-manifest/auto';
import { CookieManifestElement } from 'cookie-manifest/notice';
import forRollup from 'cookie-manifest/rollup';
import forVite, { type CookieManifestPlugin } from 'cookie-manifest/vite';
import { renderPolicyHtml, renderPolicyMarkdown, type CookieManifestPolicyElement } from 'cookie-manifest/policy';

const input: ManifestInput = {
  revision: '2026-11-01',
  site: { name: { en: 'Example', de: 'Beispiel' }, policyUrl: '/cookies' },
  cookies: [
    {
      name: 'sid',
      purpose: 'Keeps you signed in.',
      duration: 'session',
      exemption: 'authentication',
      provider: { name: 'Example', url: '/' },
    },
  ],
};
// @ts-expect-error a cookie has a duration
const incomplete: ManifestInput = { cookies: [{ name: 'sid', purpose: 'Keeps you signed in.' }] };

const manifest: Manifest = parseManifest(input);
const problems: readonly Problem[] = manifest.problems;
const cookie: Cookie | undefined = manifest.cookies[0];
if (cookie?.duration.kind === 'amount') console.log(cookie.duration.seconds.toFixed());
// @ts-expect-error a manifest is frozen
manifest.revision = '2';

const preferences: Preferences = cookieManifest.preferences;
const granted: readonly string[] = preferences.granted;
// @ts-expect-error preferences are frozen
preferences.status = 'acknowledged';
const due: boolean = cookieManifest.due && !cookieManifest.allows('statistics') && !cookieManifest.allowsCookie('sid');
const filter: CookieFilter = { session: true, storage: 'cookie' };
const listed: readonly ListedCookie[] = cookieManifest.cookies(filter);
const durations: string[] = listed.map(({ durationText }) => durationText);
const own: boolean | undefined = cookieManifest.cookie('cookie_preferences')?.own;
const stop: () => void = cookieManifest.subscribe(({ status }) => status === 'unset');
const server: Preferences = readPreferences('cookie_preferences=', { cookie: 'site_prefs' });
cookieManifest.configure({ cookie: 'site_prefs', days: 90 });
// @ts-expect-error there is no such setting
cookieManifest.configure({ colour: 'red' });

export async function acts(): Promise<void> {
  await cookieManifest.load('/cookies.json').catch((error: unknown) => error instanceof ManifestError && error.cause);
  await cookieManifest.load(new URL('/cookies.json', location.href));
  await cookieManifest.load(input);
  for (const { name, here, problem } of await cookieManifest.inspect()) console.log(name, here ?? 'unknown', problem);
  await Promise.all([
    cookieManifest.show(),
    cookieManifest.hide(),
    cookieManifest.showDetails(),
    cookieManifest.acknowledge(),
    cookieManifest.reset(),
  ]);
}

document.addEventListener('cookie-manifest-change', (event) => console.log(event.preferences.status, event.bubbles));
document.addEventListener('cookie-manifest-load', ({ manifest }) => console.log(manifest.cookies.length));
document.addEventListener('cookie-manifest-error', ({ error, problems }) =>
  console.log(error?.message ?? problems?.length),
);
document.addEventListener('cookie-manifest-show', (event: Event) => console.log(event.type));

const element: CookieManifestElement = document.createElement('cookie-manifest');
element.src = '/cookies.json';
element.placement = 'bottom-end';
// @ts-expect-error there is no such place
element.placement = 'middle';
element.manifest = input;
const states: boolean[] = [element.open, element.detailsOpen];
element.addEventListener('cookie-manifest-details', () => void element.hide());
document.querySelector('cookie-manifest')?.showDetails();

cookieManifest.configure({
  texts: { eo: { ok: 'Bone', sessions: { other: '{count} seancaj kuketoj' }, whyTitle: 'Kial' } },
});
// @ts-expect-error there is no such text
cookieManifest.configure({ texts: { en: { accept: 'Accept' } } });
const policy: CookieManifestPolicyElement = document.createElement('cookie-manifest-policy');
policy.headingLevel = 2;
policy.omit = 'title intro';
const page: string =
  renderPolicyHtml(input, { lang: 'de', omit: ['manage'], headingLevel: 2 }) + renderPolicyMarkdown(input);
console.log(page);

console.log(problems, incomplete, granted, due, durations, own, stop, server, states);

const observed: Observed = { name: 'sid', storage: 'cookie', party: 'first', lifetime: 'session' };
const findings: readonly Finding[] = audit(input, [observed], {
  granted: ['essential'],
  sees: ({ httpOnly }) => !httpOnly,
});
const mend: string = rules.undeclared.help;
const severities: Rule['severity'][] = findings.map(({ severity }) => severity);
// @ts-expect-error an observation holds no value
const leak: Observed = { ...observed, value: 'secret' };
for (const { rule, expected, waived } of await cookieManifest.audit())
  console.log(rule, expected, waived ?? '', mend, severities, leak);
const unseen: readonly string[] = (await cookieManifest.audit()).unseen;
console.log(unseen);

export const plugins: CookieManifestPlugin[] = [
  forVite({ manifest: 'public/cookies.json' }),
  forRollup({ manifest: 'cookies.json', src: '/cookies.json', preload: false }),
];
// @ts-expect-error the plugin needs to know the manifest
forVite({});
