import { withBase, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { h } from 'vue';
import './site.css';

/** The site's own notice, with its script, as any site has it. */
const CookieNotice = () => [
  h('script', { type: 'module', src: withBase('/cookie-manifest/cookie-manifest.js') }),
  h('cookie-manifest', { src: withBase('/cookies.json'), revision: '2026-11-27' }),
];

/** The link at the end of each page that opens the details. `vp-raw` keeps the router from following it. */
const CookieLink = () =>
  h('nav', { class: 'cookie-link vp-raw', 'aria-label': 'Cookies' }, [
    h('a', { href: withBase('/cookies.html'), 'data-cookie-manifest': 'details' }, 'Cookies on this site'),
  ]);

/** The notice comes behind the link that skips the navigation, and before all others. */
const Layout = () =>
  h(DefaultTheme.Layout, null, {
    'nav-bar-content-before': () => h(CookieNotice),
    'layout-bottom': () => h(CookieLink),
  });

export default { extends: DefaultTheme, Layout } satisfies Theme;
