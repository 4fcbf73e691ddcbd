/**
 * The browsers' own pages on cookies, and how to know a browser by its user agent. The more special come first, as they all name those
 * that they descend from. Addresses as of November 2026.
 */
const browsers: readonly { readonly name: string; readonly url: string; readonly agent: RegExp }[] = [
  {
    name: 'Microsoft Edge',
    url: 'https://support.microsoft.com/microsoft-edge/manage-cookies-in-microsoft-edge-168dab11-0753-043d-7c16-ede5947fc64d',
    agent: /Edg/,
  },
  { name: 'Opera', url: 'https://help.opera.com/en/latest/web-preferences/#cookies', agent: /OPR|OPiOS|OPT/ },
  {
    name: 'Samsung Internet',
    url: 'https://www.samsung.com/uk/support/mobile-devices/what-are-cookies-and-how-do-i-enable-or-disable-them-on-my-samsung-galaxy-device/',
    agent: /SamsungBrowser/,
  },
  {
    name: 'Mozilla Firefox',
    url: 'https://support.mozilla.org/kb/clear-cookies-and-site-data-firefox',
    agent: /Firefox|FxiOS/,
  },
  { name: 'Google Chrome', url: 'https://support.google.com/chrome/answer/95647', agent: /Chrome|CriOS/ },
  { name: 'Safari (iPhone, iPad)', url: 'https://support.apple.com/105082', agent: /iPhone|iPad/ },
  { name: 'Safari (Mac)', url: 'https://support.apple.com/guide/safari/manage-cookies-sfri11471/mac', agent: /Safari/ },
];

/**
 * Lists the browsers' help, the reader's own first.
 * @param agent - the reader's user agent; without one they come by name
 */
export function listBrowserHelp(agent = ''): readonly { readonly name: string; readonly url: string }[] {
  const own = browsers.find((browser) => browser.agent.test(agent));
  const others = browsers.filter((browser) => browser !== own).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return own ? [own, ...others] : others;
}
