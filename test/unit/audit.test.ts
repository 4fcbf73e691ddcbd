import { expect } from '@open-wc/testing';
import { observePage } from '../../src/audit/observe.js';
import { audit } from '../../src/audit/page.js';
import { parseManifest } from '../../src/entries/index.js';
import { unset } from '../../src/preferences/record.js';

const state = (cookies: readonly object[], own = 'cookie_preferences') => ({
  preferences: unset,
  load: async () =>
    parseManifest({ cookies: cookies.map((fields) => ({ purpose: 'p', duration: 'session', ...fields })) }),
  cookies: () => [{ name: own, own: true }],
});
const isChromium = navigator.userAgent.includes('Chrome');

/** Only what a test has set: the runner's own page has nothing else. */
function clear(): void {
  for (const name of ['audited', 'lasting', 'prefs']) document.cookie = `${name}=; path=/; max-age=0`;
  localStorage.clear();
  sessionStorage.clear();
}

describe('the audit of a page', () => {
  beforeEach(clear);
  afterEach(clear);

  it('finds what is not declared, in every storage that it sees', async () => {
    document.cookie = 'audited=secret; path=/';
    localStorage.setItem('audited_local', 'secret');
    sessionStorage.setItem('audited_session', 'secret');
    const findings = await audit(state([]));
    const found = findings.map(({ rule, name, storage }) => `${rule} ${name} ${storage}`);
    expect(found).to.include.members([
      'undeclared audited cookie',
      'undeclared audited_local localStorage',
      'undeclared audited_session sessionStorage',
    ]);
    expect(JSON.stringify(findings)).not.to.contain('secret');
  });

  it('says nothing of what is as declared, nor of its own cookie by whatever name', async () => {
    document.cookie = 'audited=1; path=/';
    document.cookie = 'prefs=1; path=/';
    expect([...(await audit(state([{ name: 'audited' }], 'prefs')))]).to.deep.equal([]);
  });

  it('knows lifetimes where the browser gives them, and says where it does not', async () => {
    document.cookie = 'lasting=1; path=/; max-age=86400';
    const findings = await audit(state([{ name: 'lasting' }]));
    expect(findings.map(({ rule }) => rule)).to.deep.equal(isChromium ? ['session-but-persistent'] : []);
    expect(findings.unseen.some((what) => what.startsWith('Lifetimes'))).to.equal(!isChromium);
  });

  it('calls unobserved only what it would have seen', async () => {
    const declared = [
      { name: 'hidden', httpOnly: true },
      { name: 'unknown' },
      { name: 'there', httpOnly: false },
      { name: 'other', party: 'third' },
      { name: 'local', storage: 'localStorage' },
      { name: 'sent', storage: 'beacon' },
    ];
    expect((await audit(state(declared))).map(({ name }) => name)).to.deep.equal(['there', 'local']);
  });

  it('gives frozen findings that can be gone through, and what is not seen', async () => {
    const findings = await audit(state([]));
    expect(Object.isFrozen(findings) && Object.isFrozen(findings.unseen)).to.equal(true);
    expect(Array.isArray(findings)).to.equal(true);
    expect(findings.unseen.join()).to.contain('HttpOnly').and.to.contain('Beacons');
  });

  it('does without CookieStore, or where it refuses', async () => {
    document.cookie = 'audited=1; path=/';
    const had = Object.getOwnPropertyDescriptor(window, 'cookieStore')!;
    for (const value of [undefined, { getAll: () => Promise.reject(new Error('denied')) }]) {
      Object.defineProperty(window, 'cookieStore', { configurable: true, value });
      const { seen } = await observePage();
      expect(seen.filter(({ name }) => name === 'audited')).to.deep.equal([
        { name: 'audited', storage: 'cookie', party: 'first', https: false, httpOnly: false },
      ]);
    }
    Object.defineProperty(window, 'cookieStore', had);
  });
});
