import { expect } from '@open-wc/testing';
import { dialogOf, noticeOf, okOf } from '../harness.js';
import type { Preferences } from '../../src/entries/index.js';
import {
  allStored,
  answer,
  it,
  many,
  nameOf,
  open,
  openEmpty,
  record,
  site,
  store,
  stored,
  today,
  until,
  withManifest,
} from './page.js';

const unset = { status: 'unset', granted: ['essential'], denied: [], revision: null, updatedAt: null };
const rejection = (promise: Promise<unknown>): Promise<Error | null> =>
  promise.then(
    () => null,
    (reason: unknown) => reason as Error,
  );
/** The API alone, on a page without an element. */
const api = async () => {
  const page = await openEmpty();
  const { cookieManifest } = await page.import('index');
  return { page, cookieManifest };
};

describe('the API before anything is loaded', () => {
  it('answers at once', async () => {
    const { cookieManifest } = await api();
    expect(cookieManifest.preferences).to.deep.equal(unset);
    expect(cookieManifest.due).to.be.true;
    expect(cookieManifest.manifest).to.equal(null);
    expect(cookieManifest.cookies()).to.deep.equal([]);
    expect(cookieManifest.cookie('sid')).to.equal(undefined);
    expect(cookieManifest.allowsCookie('sid')).to.be.false;
    expect(cookieManifest.allows('essential')).to.be.true;
    for (const unknown of ['statistics', '', 'constructor', '__proto__', 'length', '0'])
      expect(cookieManifest.allows(unknown), unknown).to.be.false;
  });

  it('knows what is stored', async () => {
    store(record('1', '2026-01-31'));
    const { page, cookieManifest } = await api();
    expect(page.events, 'what was stored before is no change').to.deep.equal([]);
    expect(cookieManifest.preferences).to.deep.equal({
      status: 'acknowledged',
      granted: ['essential'],
      denied: [],
      revision: '1',
      updatedAt: '2026-01-31',
    });
    expect(cookieManifest.due).to.be.false;
  });

  it('knows choices that were stored', async () => {
    store('v=1&status=chosen&revision=1&granted=essential.statistics&denied=ads&at=2026-01-31');
    const { cookieManifest } = await api();
    expect(['essential', 'statistics', 'ads'].map((category) => cookieManifest.allows(category))).to.deep.equal([
      true,
      true,
      false,
    ]);
  });

  it('has no side effect: no global, no element, no cookie, no request', async () => {
    const { page } = await api();
    expect('cookieManifest' in page.window).to.be.false;
    expect(page.window.customElements.get('cookie-manifest')).to.equal(undefined);
    expect(allStored()).to.equal('');
    expect(page.window.performance.getEntriesByType('resource').some(({ name }) => name.includes('lit'))).to.be.false;
  });

  it('shows its state as data in devtools, not behind getters', async () => {
    const { cookieManifest } = await api();
    for (const member of ['preferences', 'due', 'manifest'])
      expect(Object.getOwnPropertyDescriptor(cookieManifest, member)).to.have.property('value');
  });

  it('needs no `this`', async () => {
    const { cookieManifest } = await api();
    const { load, cookies, allows, allowsCookie, cookie, subscribe } = cookieManifest;
    await load(site);
    subscribe(() => {})();
    expect([cookies().length, allows('essential'), allowsCookie('sid'), cookie('sid')!.name]).to.deep.equal([
      5,
      true,
      true,
      'sid',
    ]);
  });
});

describe('load()', () => {
  it('takes an object', async () => {
    const { page, cookieManifest } = await api();
    const manifest = await cookieManifest.load(site);
    expect(manifest.revision).to.equal('2026-11-01');
    expect(cookieManifest.manifest).to.equal(manifest);
    expect(page.events).to.deep.equal(['load']);
    expect(nameOf(page.lastEvent('load').target)).to.equal(nameOf(page.document));
    expect(page.lastEvent('load')['manifest']).to.equal(manifest);
  });

  it('takes an address and a URL', async () => {
    const { page, cookieManifest } = await api();
    expect((await cookieManifest.load(answer({ ...site, revision: '2' }))).revision).to.equal('2');
    expect(
      (await cookieManifest.load(new page.window.URL(answer({ ...site, revision: '3' }), location.href))).revision,
    ).to.equal('3');
    expect(cookieManifest.manifest!.revision).to.equal('3');
  });

  it('takes a parsed manifest as it is', async () => {
    const page = await openEmpty();
    const { cookieManifest, parseManifest } = await page.import('index');
    const manifest = parseManifest(site);
    expect(await cookieManifest.load(manifest)).to.equal(manifest);
  });

  it('takes what the page’s element names, once', async () => {
    const source = answer(site);
    const page = await open({ entry: 'index', body: `<cookie-manifest src="${source}"></cookie-manifest>` });
    const { cookieManifest } = await page.import('index');
    const [first, second] = await Promise.all([cookieManifest.load(), cookieManifest.load()]);
    expect(await cookieManifest.load()).to.equal(first);
    expect(second).to.equal(first);
    expect(
      page.window.performance.getEntriesByType('resource').filter(({ name }) => name.includes('/answer')),
    ).to.have.length(1);
  });

  it('rejects with ManifestError, and may be called again', async () => {
    const page = await openEmpty();
    const { cookieManifest, ManifestError } = await page.import('index');
    const source = answer(site, { status: '503,200' });
    const reason = (await rejection(cookieManifest.load(source)))!;
    expect(reason).to.be.instanceOf(ManifestError);
    expect(reason.cause).not.to.equal(undefined);
    expect(reason.message).to.contain('503');
    expect(page.lastEvent('error')['error']).to.equal(reason);
    expect(cookieManifest.manifest).to.equal(null);
    expect((await cookieManifest.load(source)).revision).to.equal('2026-11-01');
  });

  it('rejects where nothing is named, and for what is no manifest', async () => {
    const page = await openEmpty();
    const { cookieManifest, ManifestError } = await page.import('index');
    for (const source of [undefined, {}, [], answer('[]'), answer('<p>'), 'https://:::/'])
      expect(await rejection(cookieManifest.load(source)), JSON.stringify(source)).to.be.instanceOf(ManifestError);
  });

  it('an address that was asked for later counts', async () => {
    const { cookieManifest } = await api();
    await Promise.allSettled([
      cookieManifest.load(answer({ ...site, revision: 'first' })),
      cookieManifest.load(answer({ ...site, revision: 'second' })),
    ]);
    expect(cookieManifest.manifest!.revision).to.equal('second');
  });
});

describe('queries', () => {
  const mixed = {
    ...site,
    categories: { statistics: { label: 'Statistics' } },
    cookies: [
      ...site.cookies,
      {
        name: '_s*',
        purpose: 'Counts.',
        duration: '1 day',
        category: 'statistics',
        party: 'third',
        provider: { name: 'Acme', url: 'https://acme.example/' },
      },
      { name: '_s_session', purpose: 'Counts.', duration: 'session' },
      { name: 'odd', purpose: 'Odd.', duration: '1 day', category: 'nonsense' },
    ],
  };
  const loaded = async () => {
    const { page, cookieManifest } = await api();
    await cookieManifest.load(mixed);
    return { page, cookieManifest };
  };
  const names = (cookies: readonly { name: string }[]) => cookies.map(({ name }) => name);

  it('cookies() gives the declared ones and the library’s own', async () => {
    const { cookieManifest } = await loaded();
    const cookies = cookieManifest.cookies();
    expect(names(cookies)).to.deep.equal([...mixed.cookies.map(({ name }) => name), 'cookie_preferences']);
    expect(cookies.filter(({ own }) => own)).to.have.length(1);
    expect(cookies.at(-1)).to.deep.include({
      own: true,
      storage: 'cookie',
      party: 'first',
      category: 'essential',
      durationText: '182 days',
      provider: 'Example',
    });
    expect(cookies[0]).to.deep.include({
      purpose: 'Keeps you signed in.',
      durationText: 'Session',
      provider: 'Example',
      own: false,
      httpOnly: true,
    });
    expect(cookies[4]).to.deep.include({
      provider: 'Acme',
      providerUrl: 'https://acme.example/',
      durationText: '1 day',
    });
  });

  it('cookies() filters', async () => {
    const { cookieManifest } = await loaded();
    const find = (filter: Parameters<typeof cookieManifest.cookies>[0]) => names(cookieManifest.cookies(filter));
    expect(find({})).to.have.length(8);
    expect(find({ category: 'statistics' })).to.deep.equal(['_s*']);
    expect(find({ storage: 'localStorage' })).to.deep.equal(['draft_*']);
    expect(find({ party: 'third' })).to.deep.equal(['_s*']);
    expect(find({ provider: 'Acme' })).to.deep.equal(['_s*']);
    expect(find({ session: true })).to.deep.equal(['sid', '_s_session']);
    expect(find({ session: false })).to.have.length(6);
    expect(find({ session: true, category: 'statistics' })).to.deep.equal([]);
    expect(find({ category: 'constructor' })).to.deep.equal([]);
  });

  it('cookie() finds the most specific, the library’s own too', async () => {
    const { cookieManifest } = await loaded();
    expect(cookieManifest.cookie('_s_session')!.name).to.equal('_s_session');
    expect(cookieManifest.cookie('_s_else')!.name).to.equal('_s*');
    expect(cookieManifest.cookie('draft_7')!.storage).to.equal('localStorage');
    for (const name of ['', 'nobody', 'constructor', '*'])
      expect(cookieManifest.cookie(name), name).to.equal(undefined);
  });

  it('allowsCookie() is the answer of its category', async () => {
    const { cookieManifest } = await loaded();
    const allowed = ['sid', 'draft_1', '_s_session', '_s_1', 'odd', 'nobody'].filter(cookieManifest.allowsCookie);
    expect(allowed).to.deep.equal(['sid', 'draft_1', '_s_session']);
  });

  it('allowsCookie() knows what was granted', async () => {
    store('v=1&status=chosen&revision=1&granted=essential.statistics&denied=&at=2026-01-31');
    const { cookieManifest } = await loaded();
    expect(cookieManifest.allowsCookie('_s_1')).to.be.true;
    expect(cookieManifest.allowsCookie('odd')).to.be.false;
  });

  it('are in the language of the page', async () => {
    const page = await openEmpty({ lang: 'de-CH' });
    const { cookieManifest } = await page.import('index');
    await cookieManifest.load(mixed);
    expect(cookieManifest.cookie('sid')).to.deep.include({
      purpose: 'Hält Sie angemeldet.',
      purposeLanguage: 'de',
      durationText: 'Sitzung',
    });
    expect(cookieManifest.cookie('theme')!.durationText).to.equal('3 Jahre');
  });
});

describe('subscribe()', () => {
  const subscribed = async () => {
    const page = await open({ body: withManifest(site) });
    const told: Preferences[] = [];
    const unsubscribe = page.api.subscribe((preferences) => told.push(preferences));
    return { page, told, unsubscribe };
  };

  it('calls back at once, synchronously', async () => {
    const { page, told } = await subscribed();
    expect(told).to.have.length(1);
    expect(told[0]).to.equal(page.api.preferences);
  });

  it('calls back once for each change, and not after unsubscribing', async () => {
    const { page, told, unsubscribe } = await subscribed();
    await page.api.acknowledge();
    expect(told.map(({ status }) => status)).to.deep.equal(['unset', 'acknowledged']);
    await page.api.acknowledge();
    await page.api.hide();
    await page.api.show();
    expect(told).to.have.length(2);
    await page.api.reset();
    expect(told.map(({ status }) => status)).to.deep.equal(['unset', 'acknowledged', 'unset']);
    unsubscribe();
    await page.api.acknowledge();
    expect(told).to.have.length(3);
    expect(page.events.filter((name) => name === 'change')).to.have.length(3);
  });

  it('tells the others when one throws', async () => {
    const page = await open({ body: withManifest(site) });
    const told: string[] = [];
    let calm = true;
    page.api.subscribe(() => {
      if (!calm) throw new Error('mine');
    });
    page.api.subscribe(({ status }) => told.push(status));
    calm = false;
    await page.api.acknowledge();
    expect(told).to.deep.equal(['unset', 'acknowledged']);
    expect(page.takeErrors().map((error) => (error as Error).message)).to.deep.equal(['mine']);
    expect(page.events).to.contain('change');
  });

  it('keeps two subscriptions of one function apart', async () => {
    const page = await open({ body: withManifest(site) });
    let calls = 0;
    const listener = () => {
      calls++;
    };
    const first = page.api.subscribe(listener);
    page.api.subscribe(listener);
    first();
    first();
    await page.api.acknowledge();
    expect(calls).to.equal(3);
  });

  it('gives snapshots that are frozen, and the same until something changes', async () => {
    const { page } = await subscribed();
    const before = page.api.preferences;
    await page.api.show();
    expect(page.api.preferences).to.equal(before);
    await page.api.acknowledge();
    const after = page.api.preferences;
    expect(after).not.to.equal(before);
    await page.api.acknowledge();
    expect(page.api.preferences).to.equal(after);
    for (const part of [after, after.granted, after.denied]) expect(Object.isFrozen(part)).to.be.true;
  });
});

describe('acts', () => {
  it('create the element where the page has none', async () => {
    const { page, cookieManifest } = await api();
    await cookieManifest.load(site);
    await cookieManifest.show();
    expect(page.element.open).to.be.true;
    await cookieManifest.showDetails();
    expect(dialogOf(page.element)!.matches(':modal')).to.be.true;
    await cookieManifest.hide();
    expect(page.document.querySelectorAll('cookie-manifest')).to.have.length(1);
  });

  it('need no element to acknowledge or hide', async () => {
    const { page, cookieManifest } = await api();
    await cookieManifest.load(site);
    await cookieManifest.acknowledge();
    await cookieManifest.hide();
    expect(stored()).to.equal(record('2026-11-01'));
    expect(nameOf(page.element)).to.equal('nothing');
  });

  it('change tells what changed', async () => {
    const { page, cookieManifest } = await api();
    await cookieManifest.load(site);
    await cookieManifest.acknowledge();
    const change = page.lastEvent('change');
    expect(change['preferences']).to.equal(cookieManifest.preferences);
    expect(cookieManifest.preferences).to.deep.equal({
      status: 'acknowledged',
      granted: ['essential'],
      denied: [],
      revision: '2026-11-01',
      updatedAt: today(),
    });
    expect([change.bubbles, change.composed, change.target]).to.deep.equal([true, true, page.document]);
  });
});

describe('data-cookie-manifest', () => {
  const page = async (body: string) => open({ body: `${body}${withManifest(site, 'notice="manual"')}` });

  it('shows, opens the details, acknowledges and resets', async () => {
    const { find, ...opened } = await bound(
      '<button data-cookie-manifest="show"></button><button data-cookie-manifest="details"></button><button data-cookie-manifest="acknowledge"></button><a href="/elsewhere" data-cookie-manifest="reset"><b>x</b></a>',
    );
    find('[data-cookie-manifest=show]').click();
    await until(() => opened.page.element.open);
    find('[data-cookie-manifest=details]').click();
    await until(() => dialogOf(opened.page.element));
    await opened.page.api.hide();
    find('[data-cookie-manifest=acknowledge]').click();
    await until(() => stored() === record('2026-11-01'));
    find('b').click();
    await until(() => !stored() && opened.page.element.open);
    expect(opened.page.window.location.pathname).to.equal('/page');
  });

  it('acts inside shadow roots', async () => {
    const opened = await page('<div id="host"></div>');
    const root = opened.find('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<button data-cookie-manifest="show"></button>';
    root.querySelector('button')!.click();
    await until(() => opened.element.open);
  });

  it('leaves modified clicks and foreign words alone', async () => {
    const opened = await page('<button data-cookie-manifest="show"></button>');
    const button = opened.find('button');
    const click = (more: MouseEventInit) => {
      const event = new opened.window.MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...more });
      button.dispatchEvent(event);
      return event.defaultPrevented;
    };
    for (const modifier of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])
      expect(click({ [modifier]: true }), modifier).to.be.false;
    for (const word of ['', 'accept', 'constructor', '__proto__', 'toString', 'hide']) {
      button.setAttribute('data-cookie-manifest', word);
      expect(click({}), word).to.be.false;
    }
    await opened.painted();
    expect(opened.element.open).to.be.false;
  });

  it('warns where an act is refused', async () => {
    const opened = await open({
      body: `<button data-cookie-manifest="acknowledge"></button>${withManifest({ ...site, categories: { s: { label: 'S' } }, cookies: [{ name: 'a', purpose: 'p', duration: '1 day', category: 's' }] })}`,
    });
    opened.find('button').click();
    await until(() => opened.printed().some((text) => text.includes('choices')));
    expect(allStored()).to.equal('');
  });

  /** A page whose `find` may be taken out. */
  async function bound(body: string) {
    const opened = await page(body);
    return { page: opened, find: (selector: string) => opened.find(selector) };
  }
});

describe('page-wide settings', () => {
  it('come from <meta>', async () => {
    const page = await open({
      head: '<meta name="cookie-manifest" content="cookie=site_prefs; days=90">',
      body: withManifest(site),
    });
    await page.api.acknowledge();
    expect(stored('site_prefs')).to.equal(record('2026-11-01'));
    expect(stored()).to.equal(undefined);
    expect(page.api.cookies().at(-1)).to.deep.include({ name: 'site_prefs', durationText: '90 days' });
    await page.reload();
    expect(page.api.preferences.status).to.equal('acknowledged');
  });

  it('come from configure(), before the first answer', async () => {
    store(record('5'), 'mine');
    const { cookieManifest } = await api();
    cookieManifest.configure({ cookie: 'mine', days: 30, revision: '6' });
    expect(cookieManifest.preferences.revision).to.equal('5');
    expect(cookieManifest.due).to.be.true;
    await cookieManifest.load(site);
    expect(cookieManifest.cookies().at(-1)).to.deep.include({ name: 'mine', durationText: '30 days' });
    await cookieManifest.acknowledge();
    expect(stored('mine')).to.equal(record('6'));
  });

  it('the first wins, and a later contradiction warns', async () => {
    const page = await openEmpty({ head: '<meta name="cookie-manifest" content="cookie=first">' });
    const { cookieManifest } = await page.import('index');
    cookieManifest.configure({ cookie: 'first' });
    expect(page.printed()).to.deep.equal([]);
    cookieManifest.configure({ cookie: 'second', days: 30 });
    await cookieManifest.load(site);
    await until(() => page.printed().length > 0, 'the contradiction is told of');
    expect(page.printed().join()).to.contain('cookie="second"').and.not.to.contain('days');
    await cookieManifest.acknowledge();
    expect(stored('first')).to.equal(record('2026-11-01'));
  });

  for (const [what, ask] of [
    ['allows', (api: { allows(category: string): boolean }) => api.allows('essential')],
    ['subscribe', (api: { subscribe(listener: () => void): () => void }) => api.subscribe(() => {})],
  ] as const)
    it(`come too late after ${what}()`, async () => {
      const { page, cookieManifest } = await api();
      ask(cookieManifest);
      cookieManifest.configure({ cookie: 'late' });
      await until(() => page.printed().join().includes('cookie="late"'), 'the late setting is told of');
      await cookieManifest.load(site);
      expect(cookieManifest.cookies().at(-1)!.name).to.equal('cookie_preferences');
    });

  it('that cannot be used are warned of', async () => {
    const content = 'cookie=a"b; days=0; domain=; nonsense=1; constructor=1; __proto__=1; days=9999; revision=a/b';
    const page = await openEmpty({ head: `<meta name="cookie-manifest" content='${content}'>` });
    const { cookieManifest } = await page.import('index');
    cookieManifest.configure({ days: -1, nonsense: 'x', toString: 'y' } as object);
    await cookieManifest.load(site);
    await until(() => page.printed().length > 0, 'the settings are told of');
    for (const setting of [
      'cookie="a\\"b"',
      'nonsense="1"',
      'constructor="1"',
      'revision="a/b"',
      'days=-1',
      'nonsense="x"',
    ])
      expect(page.printed().join('\n')).to.contain(setting);
    expect(cookieManifest.cookies().at(-1)).to.deep.include({ name: 'cookie_preferences', durationText: '182 days' });
  });

  it('`revision` stands in for the element’s', async () => {
    store(record('9'));
    const page = await open({
      head: '<meta name="cookie-manifest" content="revision=9">',
      body: '<cookie-manifest src="/answer"></cookie-manifest>',
      entry: 'auto',
    });
    expect(page.api.due).to.be.false;
    await page.painted();
    expect(page.window.performance.getEntriesByType('resource').some(({ name }) => name.includes('/answer'))).to.be
      .false;
  });
});

describe('other tabs', () => {
  it('follow an answer, and its withdrawal', async () => {
    const [first, second] = [await open({ body: withManifest(site) }), await open({ body: withManifest(site) })];
    await Promise.all([first.shown(), second.shown()]);
    okOf(first.element)!.click();
    await until(
      () => second.api.preferences.status === 'acknowledged' && !second.element.open,
      'the other tab follows',
    );
    expect(second.events).to.contain('change');
    await second.api.reset();
    await until(() => first.api.preferences.status === 'unset', 'the first tab follows');
  });

  it('what changed while the page was away is seen when it is back', async () => {
    const page = await open({ body: withManifest(site) });
    await page.shown();
    store(record('2026-11-01'));
    page.document.dispatchEvent(new page.window.Event('visibilitychange', { bubbles: true }));
    await until(() => !page.element.open);
    expect(page.api.due).to.be.false;
  });
});

describe('two copies', () => {
  it('the first serves both', async () => {
    const page = await open({ entry: 'auto', body: withManifest(site) });
    await page.shown();
    const second = (await page.window.eval(
      "import('/src/entries/index.ts?copy')",
    )) as typeof import('../../src/entries/index.js');
    expect(second.cookieManifest).to.equal(page.api);
    await page.window.eval("import('/src/entries/notice.ts?copy')");
    await page.painted();
    expect(page.document.querySelectorAll('cookie-manifest')).to.have.length(1);
    expect(page.element.open).to.be.true;
  });

  it('are found under Symbol.for', async () => {
    const page = await open();
    expect((page.window as unknown as Record<symbol, unknown>)[Symbol.for('cookie-manifest')]).to.equal(page.api);
  });
});

describe('inspect()', () => {
  it('gives rows, and prints them with why the notice is shown', async () => {
    document.cookie = 'theme=dark; path=/';
    const page = await open({
      body: withManifest({ ...site, cookies: [...site.cookies, { name: 'bad', purpose: 'p', duration: 'ages' }] }),
    });
    await page.shown();
    const rows = await page.api.inspect();
    expect(rows).to.have.length(6);
    expect(rows[0]).to.deep.equal({
      name: 'sid',
      category: 'essential',
      storage: 'cookie',
      duration: 'Session',
      here: null,
    });
    expect(rows[2]).to.deep.equal({
      name: 'theme',
      category: 'essential',
      storage: 'cookie',
      duration: '3 years',
      here: true,
    });
    expect(rows[3]).to.deep.include({ name: 'draft_*', here: false });
    expect(rows[4]).to.deep.include({ name: 'bad', duration: 'ages' });
    expect(rows[4]!.problem).to.contain('duration');
    expect(page.printed('info').join('\n')).to.contain('The notice is due');
    expect(page.printed('group').join('\n'))
      .to.contain('6 cookies')
      .and.to.contain('essential')
      .and.to.contain('Problems');
    expect(page.printed('group').join('\n')).to.contain('Audit: ');
    expect(page.printed('table')).to.have.length(1);
    expect(page.printed('info').join('\n')).to.match(/cookies\[4\]\.duration: .* Found: "ages"/);
    expect(JSON.stringify(page.window.printed)).not.to.contain('dark');
  });

  it('says why the notice is not due, or is due again', async () => {
    store(record('2026-11-01', '2026-11-02'));
    const page = await open({ body: withManifest(site) });
    await page.api.load();
    await page.api.inspect();
    expect(page.printed('info').join('\n')).to.contain('not due').and.to.contain('2026-11-02');
    page.element.revision = '2026-12-01';
    await page.api.inspect();
    expect(page.printed('info').join('\n')).to.contain('2026-12-01');
  });

  for (const [what, body, says] of [
    ['asks for it only by hand', withManifest(site, 'notice="manual"'), 'notice="manual"'],
    ['holds the policy page', `${withManifest(site)}<cookie-manifest-policy></cookie-manifest-policy>`, 'policy'],
    ['does not display the element', `<div style="display: none">${withManifest(site)}</div>`, 'not displayed'],
    ['has the element in an inert part', `<div inert>${withManifest(site)}</div>`, 'inert'],
    ['has no element', '', 'No <cookie-manifest>'],
    ['names a revision that cannot be used', withManifest(site, 'revision="1/2"'), 'revision="1/2"'],
    ['names a manifest that is not there', '<cookie-manifest src="/nowhere.json"></cookie-manifest>', '404'],
  ] as const)
    it(`says that no notice shows as the page ${what}`, async () => {
      const page = await open({ body });
      await page.api.load().catch(() => {});
      await page.api.inspect();
      expect(page.printed('info').join('\n')).to.contain(says);
    });

  it('says that a modal dialog keeps the notice waiting', async () => {
    const page = await open({ body: `<dialog>Modal</dialog>${withManifest(site, 'notice="manual"')}` });
    page.document.querySelector('dialog')!.showModal();
    await page.api.inspect();
    expect(page.printed('info').join('\n')).to.contain('A modal dialog is open');
  });

  it('says that an answer could not be stored, and why', async () => {
    const page = await open({
      head: '<meta name="cookie-manifest" content="domain=example.com">',
      body: withManifest(site),
    });
    await page.api.acknowledge();
    await page.api.inspect();
    expect(page.printed('info').join('\n')).to.contain('due again').and.to.contain('The setting "domain" must be');
  });

  it('works before a manifest is loaded', async () => {
    const { page, cookieManifest } = await api();
    expect(await cookieManifest.inspect()).to.deep.equal([]);
    expect(page.printed('info').join('\n')).to.contain('No manifest is loaded');
  });

  it('copes with 1,000 cookies', async () => {
    const { cookieManifest } = await api();
    await cookieManifest.load(many(1000));
    expect(await cookieManifest.inspect()).to.have.length(1001);
  });
});

describe('denied storage', () => {
  const denials = {
    throws:
      "Object.defineProperty(document, 'cookie', { get() { throw new DOMException('no', 'SecurityError'); }, set() { throw new DOMException('no', 'SecurityError'); } })",
    'ignores what is written': "Object.defineProperty(document, 'cookie', { get: () => '', set() {} })",
  };
  for (const [what, script] of Object.entries(denials))
    it(`that ${what} is remembered for the page’s life`, async () => {
      const page = await open({ head: `<script>${script}</script>`, body: withManifest(site) });
      await page.shown();
      okOf(page.element)!.click();
      await until(() => !page.element.open);
      expect(page.api.preferences).to.deep.include({ status: 'acknowledged', revision: '2026-11-01' });
      expect(page.api.due).to.be.false;
      page.window.dispatchEvent(new page.window.PageTransitionEvent('pageshow'));
      expect(page.api.due).to.be.false;
      await page.api.reset();
      expect(page.api.due).to.be.true;
      expect(page.element.open).to.be.true;
      await page.api.showDetails();
      expect(dialogOf(page.element)!.matches(':modal')).to.be.true;
    });

  it('in a sandboxed frame shows and takes the answer', async () => {
    const told = new Promise<MessageEvent>((resolve) => addEventListener('message', resolve, { once: true }));
    const page = await open({
      sandbox: 'allow-scripts',
      body: withManifest(site),
      head: '<script src="/test/fixtures/sandboxed.js"></script>',
    });
    expect(nameOf(page.frame.contentDocument)).to.equal('nothing');
    expect((await told).data).to.deep.equal({ shown: true, status: 'acknowledged', open: false, errors: [] });
  });
});

describe('strict pages', () => {
  const strict = "default-src 'self'; img-src data:; require-trusted-types-for 'script'";

  it('see no violation under a strict policy', async () => {
    const page = await open({
      entry: 'auto',
      csp: strict,
      body: `<cookie-manifest src="${answer(site)}"></cookie-manifest>`,
    });
    await page.shown();
    await page.api.showDetails();
    expect(dialogOf(page.element)!.matches(':modal')).to.be.true;
    okOf(page.element)!.click();
    await until(() => stored());
  });

  it('may allow no Trusted Types policy at all', async () => {
    const page = await open({
      entry: 'auto',
      csp: `${strict}; trusted-types 'none'`,
      body: `<cookie-manifest src="${answer(site)}"></cookie-manifest>`,
    });
    await page.shown();
    expect(noticeOf(page.element)!.textContent).to.contain('Example only uses essential cookies');
    await page.api.showDetails();
    expect(dialogOf(page.element)!.textContent).to.contain('Keeps you signed in.');
    okOf(page.element)!.click();
    await until(() => stored() === record('2026-11-01'));
    // Lit asks for a policy while it is evaluated, and nothing tells beforehand that the page refuses.
    for (const refusal of page.takeErrors()) expect(refusal).to.match(/^trusted-types /);
  });
});
