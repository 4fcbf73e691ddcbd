/** A site with thirty planted faults, at least two for every rule, on three hosts. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Sent } from './hosts.js';
import { root } from './command.js';

const day = 86_400;
const secure = 'Path=/; Secure; SameSite=Lax';
const abroad = 'Path=/; Secure; SameSite=None';

const declare = (name: string, duration: string, more: object = {}) => ({
  name,
  duration,
  purpose: 'For this test.',
  ...more,
});

export const manifest = {
  revision: '2026-11-01',
  site: { name: 'Shop' },
  categories: { statistics: { label: 'Statistics' } },
  cookies: [
    // What is as declared: nothing may be found here.
    declare('sid', 'session', { httpOnly: true, exemption: 'authentication' }),
    declare('lang', '7 days', { exemption: 'preference', httpOnly: false }),
    declare('basket_*', 'session', { domain: '*.shop.test' }),
    declare('admin', 'session', { path: '/admin' }),
    declare('filters', '30 days', { storage: 'localStorage' }),
    declare('scroll', 'session', { storage: 'sessionStorage' }),
    declare('articles', '30 days', { storage: 'indexedDB' }),
    declare('video', 'session', { party: 'third', domain: 'stats.test' }),
    declare('stats.test/errors', 'session', { storage: 'beacon', party: 'third' }),
    // The faults.
    declare('gone', 'session'),
    declare('old', '30 days', { storage: 'localStorage' }),
    declare('visit', '7 days'),
    declare('seen', '13 months'),
    declare('device', '3 years'),
    declare('browser', '2 years', { exemption: 'security' }),
    declare('cart', 'session'),
    declare('tab', 'session', { storage: 'localStorage' }),
    declare('promo', '7 days'),
    declare('step', '1 hour', { storage: 'sessionStorage' }),
    declare('partner', 'session'),
    declare('fonts', 'session', { party: 'third' }),
    declare('prefs', '7 days'),
    declare('queue', '30 days', { storage: 'localStorage' }),
    declare('token', 'session', { httpOnly: true }),
    declare('flag', 'session', { httpOnly: false }),
    declare('plain', 'session'),
    declare('_stat', '7 days', { category: 'statistics' }),
    declare('stats.test/collect', 'session', { category: 'statistics', storage: 'beacon', party: 'third' }),
    declare('z*', 'session'),
    declare('*-q', 'session'),
  ],
};

/** Every fault that was planted: rule, name and storage. */
export const planted = [
  'undeclared ad_id cookie', // by a frame's answer, third party, HttpOnly
  'undeclared chips cookie', // partitioned, by a frame's answer
  'undeclared pages-v1 cacheStorage', // by the service worker
  'undeclared stats.test/leave beacon', // a keepalive fetch
  'undeclared ads.test/pixel.gif beacon', // an image of one pixel
  'undeclared clicked cookie', // by a script, after a click
  'unobserved gone cookie',
  'unobserved old localStorage',
  'overstays visit cookie', // HttpOnly
  'overstays seen cookie', // 3 years asked for, of which 400 days are left
  'capped device cookie',
  'capped browser cookie',
  'session-but-persistent cart cookie',
  'session-but-persistent tab localStorage',
  'persistent-but-session promo cookie',
  'persistent-but-session step sessionStorage',
  'party partner cookie', // by a frame's script
  'party fonts cookie',
  'storage prefs localStorage',
  'storage queue indexedDB',
  'http-only token cookie',
  'http-only flag cookie',
  'insecure plain cookie',
  'insecure __Host-login cookie', // which browsers refuse
  'before-choice _stat cookie', // by cookieStore
  'before-choice stats.test/collect beacon', // sendBeacon
  'long-for-exemption device cookie',
  'long-for-exemption browser cookie',
  'wide-wildcard z* cookie',
  'wide-wildcard *-q cookie',
] as const;

/** A GIF of one pixel. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
/** One of 4 × 3, which visitors see. */
const picture = Buffer.from(pixel);
picture.writeUInt16LE(4, 6);
picture.writeUInt16LE(3, 8);

const script = `
document.cookie = 'lang=a-secret; ${secure}; Max-Age=${7 * day}';
document.cookie = 'seen=a-secret; ${secure}; Max-Age=${3 * 365 * day}';
document.cookie = 'cart=a-secret; ${secure}; Max-Age=${day}';
document.cookie = 'removed=a-secret; ${secure}';
document.cookie = 'removed=; ${secure}; Max-Age=0';
localStorage.setItem('filters', 'a-secret');
localStorage.tab = 'a-secret';
localStorage.setItem('prefs', 'a-secret');
sessionStorage.setItem('scroll', 'a-secret');
sessionStorage.setItem('step', 'a-secret');
const opened = (name) => new Promise((done) => (indexedDB.open(name).onsuccess = done));
await opened('articles');
await opened('queue');
await cookieStore.set({ name: '_stat', value: 'a-secret', expires: Date.now() + ${6 * day * 1000} });
navigator.sendBeacon('https://stats.test/collect?visitor=a-secret', 'a-secret');
navigator.sendBeacon('https://stats.test/errors');
new Image().src = 'https://ads.test/pixel.gif?visitor=a-secret';
new Image().src = 'https://ads.test/picture.gif';
new Image().src = '/pixel.gif';
await navigator.serviceWorker.register('/worker.js');
await fetch('/worked');
document.querySelector('button').addEventListener('click', () => {
  document.cookie = 'clicked=a-secret; ${secure}';
  fetch('https://stats.test/leave?visitor=a-secret', { keepalive: true, mode: 'no-cors' });
});`;

const frame = (body: string) => `<!doctype html><title>Frame</title>${body}`;

/** The answers of the three hosts: www.shop.test, which is audited, ads.test and stats.test, in frames and images. */
export function site(): { readonly [address: string]: Sent | (() => Sent) } {
  let worked = () => {};
  const working = new Promise<void>((done) => (worked = done));
  const chunks = readdirSync(`${root}dist/chunks`).map((name): [string, Sent] => [
    `www.shop.test/chunks/${name}`,
    built(`chunks/${name}`),
  ]);
  return {
    'www.shop.test/': {
      cookies: [
        `sid=a-secret; ${secure}; HttpOnly`,
        `basket_1=a-secret; Domain=shop.test; ${secure}`,
        `visit=a-secret; ${secure}; HttpOnly; Max-Age=${30 * day}`,
        `device=a-secret; ${secure}; Expires=${new Date(Date.now() + 3 * 365 * day * 1000).toUTCString()}`,
        `browser=a-secret; ${secure}; Max-Age=${400 * day}`,
        `promo=a-secret; ${secure}`,
        `fonts=a-secret; ${secure}`,
        `token=a-secret; ${secure}`,
        `flag=a-secret; ${secure}; HttpOnly`,
        'plain=a-secret; Path=/; SameSite=Lax',
        `__Host-login=a-secret; ${secure}; Domain=shop.test`,
        `z1=a-secret; ${secure}`,
        `1-q=a-secret; ${secure}`,
        `admin=a-secret; Path=/admin; Secure`,
      ],
      body: `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><main><button>Buy</button></main>
<script type="module" src="/cookie-manifest.js"></script><cookie-manifest src="/cookies.json"></cookie-manifest>
<iframe src="https://ads.test/frame"></iframe><iframe src="https://stats.test/frame"></iframe><script type="module" src="/shop.js?v=a-secret"></script>`,
    },
    'www.shop.test/cookies.json': { type: 'application/json', body: JSON.stringify(manifest) },
    'www.shop.test/cookie-manifest.js': built('cookie-manifest.js'),
    ...Object.fromEntries(chunks),
    'www.shop.test/shop.js': { type: 'text/javascript', body: script },
    'www.shop.test/pixel.gif': { type: 'image/gif', body: pixel },
    'www.shop.test/worker.js': {
      type: 'text/javascript',
      body: `self.addEventListener('install', (event) => event.waitUntil(caches.open('pages-v1').then(() => fetch('/working'))));`,
    },
    // The page is not at rest before its worker has worked.
    'www.shop.test/working': () => {
      worked();
      return { body: '' };
    },
    'www.shop.test/worked': { body: '', when: working },
    'ads.test/frame': {
      cookies: [`ad_id=a-secret; ${abroad}; HttpOnly`],
      body: frame(`<script>document.cookie = 'partner=a-secret; ${abroad}'</script>`),
    },
    'ads.test/pixel.gif': { type: 'image/gif', body: pixel },
    'ads.test/picture.gif': { type: 'image/gif', body: picture },
    'stats.test/frame': {
      cookies: [`chips=a-secret; ${abroad}; Partitioned`, `video=a-secret; ${abroad}`],
      body: frame(''),
    },
    'stats.test/collect': { status: 204 },
    'stats.test/errors': { status: 204 },
    'stats.test/leave': { status: 204 },
  };
}

const built = (name: string): Sent => ({ type: 'text/javascript', body: readFileSync(`${root}dist/${name}`, 'utf8') });

/** The steps of a visitor. */
export const steps = `export default async ({ page }) => { await page.getByRole('button', { name: 'Buy' }).click(); };\n`;
