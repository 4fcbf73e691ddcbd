import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  categoriesOf,
  closeOf,
  detailsButtonOf,
  detailsLinksOf,
  dialogOf,
  filterOf,
  focusOf,
  noticeText,
  okOf,
  retryOf,
  rowsOf,
} from '../harness.js';
import en from '../../src/locales/messages/en.js';
import enDetails from '../../src/locales/messages/en-details.js';
import {
  allStored,
  answer,
  it,
  many,
  nameOf,
  open,
  openEmpty,
  newGate,
  openGate,
  record,
  site,
  store,
  until,
  withManifest,
  type NoticeElement,
  type Options,
} from './page.js';

const words = { ...en, ...enDetails };
const shown = (found: number, total: number) =>
  words.shown.replace('{shown}', `${found}`).replace('{total}', `${total}`);
const textOf = (element: Element) => dialogOf(element)!.textContent.replace(/\s+/g, ' ').trim();
const namesOf = (element: Element) => rowsOf(element).map(({ name }) => name);
const rowOf = (element: Element, name: string) => rowsOf(element).find((row) => row.name === name)!;

describe('the details', () => {
  it('are a labelled modal dialog, reflected as `details-open`', async () => {
    const { element, page } = await opened(withManifest(site));
    const dialog = dialogOf(element)!;
    expect(dialog.matches(':modal')).to.be.true;
    expect(dialog.getAttribute('aria-label')).to.equal('Cookies on Example');
    expect(closeOf(element)!.textContent).to.equal('Close');
    expect(page.events.filter((name) => name === 'details')).to.have.length(1);
    expect(nameOf(page.lastEvent('details').target)).to.equal(nameOf(element));
  });

  it('list each cookie with name, purpose, duration and provider', async () => {
    const { element } = await opened(withManifest(site));
    expect(
      rowsOf(element).map(({ name, purpose, duration, provider }) => [name, purpose, duration, provider]),
    ).to.deep.equal([
      ['sid', 'Keeps you signed in.', 'Session', 'Example'],
      ['sid_check', 'Keeps you signed in.', '30 minutes', 'Example'],
      ['theme', 'Remembers light or dark.', '3 years', 'Example'],
      ['draft_*', 'Keeps what you typed.', words.persistent, 'Example'],
      ['cookie_preferences', words.ownPurpose, '182 days', 'Example'],
    ]);
  });

  it('group them by category and shared purpose, the library’s own apart', async () => {
    const { element } = await opened(
      withManifest({
        ...site,
        categories: { statistics: { label: { en: 'Statistics', de: 'Statistik' }, description: 'Counts visits.' } },
        cookies: [
          { name: '_s', purpose: 'P', duration: '1 day', category: 'statistics' },
          ...site.cookies,
          { name: 'late', purpose: 'Keeps you signed in.', duration: '1 day' },
        ],
      }),
    );
    expect(categoriesOf(element)).to.deep.equal([words.essentialTitle, 'Statistics', words.ownTitle]);
    expect(namesOf(element)).to.deep.equal([
      'sid',
      'sid_check',
      'late',
      'theme',
      'draft_*',
      '_s',
      'cookie_preferences',
    ]);
    const groups = element.shadowRoot!.querySelectorAll('dialog tbody');
    expect([...groups].map((group) => group.querySelectorAll('code').length)).to.deep.equal([3, 1, 1, 1, 1]);
    expect(textOf(element)).to.contain('Counts visits.').and.to.contain(words.essentialText);
  });

  it('do not list the library’s own cookie twice where the manifest declares it', async () => {
    const declared = { name: 'cookie_preferences', purpose: 'Ours.', duration: '6 months' };
    const { element } = await opened(withManifest({ ...site, cookies: [declared] }));
    expect(rowsOf(element).map(({ name, purpose, duration }) => [name, purpose, duration])).to.deep.equal([
      ['cookie_preferences', 'Ours.', '6 months'],
    ]);
  });

  it('say where storage, party and exemption differ', async () => {
    const cookies = [
      {
        name: 'a',
        purpose: 'p',
        duration: '1 day',
        storage: 'sessionStorage',
        party: 'third',
        domain: '*.other.example',
        exemption: 'security',
      },
      { name: 'b', purpose: 'p', duration: '1 day' },
    ];
    const { element } = await opened(withManifest({ ...site, cookies }));
    const [first, second] = element.shadowRoot!.querySelectorAll('dialog th[scope=row]');
    for (const note of [words.sessionStorage, words.third, '*.other.example', 'security'])
      expect(first!.textContent).to.contain(note);
    expect(second!.textContent.trim()).to.equal('b');
  });

  it('tell session cookies from others, in numbers', async () => {
    const { element } = await opened(withManifest(site));
    expect(textOf(element)).to.contain('1 session cookie and 4 persistent cookies');
  });

  it('show contacts and policies', async () => {
    const { element } = await opened(withManifest(site));
    for (const text of [
      'For visitors in the EEA',
      'Example B.V.',
      'Street 1',
      '1017 AB Amsterdam',
      'privacy@example.com',
    ])
      expect(textOf(element)).to.contain(text);
    expect(detailsLinksOf(element).map((link) => link.getAttribute('href'))).to.have.members([
      '/policy',
      '/privacy',
      '/contact',
      'mailto:privacy%40example.com',
    ]);
  });

  it('show what they can of a manifest without a site', async () => {
    const { element } = await opened(withManifest({ cookies: [{ name: 'a' }] }));
    expect(rowsOf(element)[0]).to.deep.include({
      name: 'a',
      purpose: words.unstated,
      duration: words.unstated,
      provider: words.unstated,
    });
  });
});

describe('the details: opening and closing', () => {
  it('open with the notice’s button, and give the focus back to it', async () => {
    const page = await open({ body: withManifest(site) });
    await page.shown();
    page.window.focus();
    detailsButtonOf(page.element)!.dispatchEvent(new page.window.PointerEvent('pointerenter'));
    detailsButtonOf(page.element)!.focus();
    detailsButtonOf(page.element)!.click();
    await page.shown('details-open');
    expect(dialogOf(page.element)!.contains(focusOf(page.element))).to.be.true;
    closeOf(page.element)!.click();
    await until(() => !page.element.detailsOpen);
    await page.painted();
    expect(nameOf(focusOf(page.element))).to.equal(nameOf(detailsButtonOf(page.element)));
    expect(page.element.open).to.be.true;
    expect(nameOf(dialogOf(page.element))).to.equal('nothing');
  });

  it('close with Escape, and give the focus back to the page’s opener', async () => {
    const page = await open({
      body: `<button id="opener" data-cookie-manifest="details">Cookies</button>${withManifest(site, 'notice="manual"')}`,
    });
    page.window.focus();
    const opener = page.find('[data-cookie-manifest]');
    opener.focus();
    opener.click();
    await page.shown('details-open');
    await sendKeys({ press: 'Escape' });
    await until(() => !page.element.detailsOpen);
    await page.painted();
    expect(nameOf(page.document.activeElement)).to.equal(nameOf(opener));
    expect(allStored()).to.equal('');
  });

  it('stay closed when something changes before the browser has told that they are', async () => {
    const { element } = await opened(withManifest(site));
    closeOf(element)!.click();
    element.setAttribute('lang', 'de');
    await until(() => !element.detailsOpen);
    expect(nameOf(dialogOf(element))).to.equal('nothing');
  });

  it('may be opened again, and start over', async () => {
    const { element, page } = await opened(withManifest(many(20)));
    await search(element, 'c7');
    closeOf(element)!.click();
    await until(() => !element.detailsOpen);
    await page.api.showDetails();
    await page.shown('details-open');
    expect(filterOf(element)!.value).to.equal('');
    expect(rowsOf(element)).to.have.length(21);
    expect(page.events.filter((name) => name === 'details')).to.have.length(2);
  });

  it('stay where they are while the notice is answered elsewhere', async () => {
    const { element, page } = await opened(withManifest(site));
    await page.api.load();
    store(record('2026-11-01'));
    page.window.dispatchEvent(new page.window.PageTransitionEvent('pageshow'));
    await until(() => !page.api.due);
    await page.painted();
    expect(dialogOf(element)!.matches(':modal')).to.be.true;
  });

  it('lead to the policy page where they could not be seen', async () => {
    const page = await open({
      body: withManifest(site),
      head: '<style>cookie-manifest::part(details) { display: none !important }</style>',
    });
    await page.shown();
    const left = new Promise((resolve) => page.frame.addEventListener('load', resolve, { once: true }));
    await page.element.showDetails();
    await left;
    expect(page.window.location.pathname).to.equal('/policy');
    page.window.errors = []; // it is another page now, which keeps none
  });
});

describe('the details: what is on this device', () => {
  it('is told where a script may know', async () => {
    document.cookie = 'sid_check=1; path=/';
    localStorage.setItem('draft_7', 'a text');
    const { element } = await opened(withManifest(site));
    await until(() => rowOf(element, 'sid_check').here === words.yes);
    expect(rowsOf(element).map(({ name, here }) => [name, here])).to.deep.equal([
      ['sid', words.unknown],
      ['sid_check', words.yes],
      ['theme', words.no],
      ['draft_*', words.yes],
      ['cookie_preferences', words.no],
    ]);
    expect(textOf(element)).not.to.contain('a text');
  });

  it('is not told where it cannot be', async () => {
    const cookies = [
      { name: 'maybe', purpose: 'p', duration: '1 day' },
      { name: 'surely', purpose: 'p', duration: '1 day', httpOnly: false },
    ];
    const { element } = await opened(withManifest({ ...site, cookies }));
    await until(() => rowOf(element, 'maybe').here === words.unknown);
  });

  it('has no column in a category where nothing is known', async () => {
    const cookies = [
      { name: 'maybe', purpose: 'p', duration: '1 day' },
      { name: 'perhaps', purpose: 'q', duration: '1 day' },
    ];
    const { element } = await opened(withManifest({ ...site, cookies }));
    await until(() => rowOf(element, 'cookie_preferences').here === words.no);
    const heads = [...element.shadowRoot!.querySelectorAll('[part=category]')].map((category) =>
      [...category.querySelectorAll('thead')].map((heads) =>
        [...heads.querySelectorAll('th')].map((head) => head.textContent.trim()).join(', '),
      ),
    );
    expect(heads).to.deep.equal([
      ['Name, Duration, Provider', 'Name, Duration, Provider'],
      ['Name, Duration, Provider, On this device'],
    ]);
  });

  it('knows the library’s own cookie once there is one', async () => {
    store(record('2026-11-01'));
    const { element } = await opened(withManifest(site));
    await until(() => rowOf(element, 'cookie_preferences').here === words.yes);
  });
});

describe('the details: the filter', () => {
  // The library's own cookie counts: 10 declared ones are 11.
  it('is not there below 12 cookies', async () => {
    const { element } = await opened(withManifest(many(10)));
    expect(nameOf(filterOf(element))).to.equal('nothing');
  });

  it('is there from 12 cookies on, with a label', async () => {
    const filter = filterOf((await opened(withManifest(many(11)))).element)!;
    expect(filter.labels![0]!.textContent).to.contain(words.filter);
  });

  it('finds by name, purpose, provider and duration, whatever the case, and says how many', async () => {
    const { element } = await opened(
      withManifest({
        ...many(20),
        defaults: { provider: 'Example' },
        cookies: [
          ...many(20).cookies,
          { name: 'Special', purpose: 'Keeps a Secret.', duration: '13 months', provider: 'Acme' },
        ],
      }),
    );
    for (const sought of ['special', ' SECRET ', 'acme', '13 months']) {
      await search(element, sought);
      expect(namesOf(element), sought).to.deep.equal(['Special']);
      expect(textOf(element)).to.contain(shown(1, 22));
    }
    await search(element, 'nowhere');
    expect(namesOf(element)).to.deep.equal([]);
    expect(textOf(element)).to.contain(shown(0, 22));
    await search(element, '');
    expect(namesOf(element)).to.have.length(22);
    expect(textOf(element)).not.to.contain(shown(22, 22));
  });

  it('tells its result to assistive technology', async () => {
    const { element } = await opened(withManifest(many(20)));
    await search(element, 'c7');
    const status = [...element.shadowRoot!.querySelectorAll('dialog [role=status]')].find((status) =>
      status.textContent.includes(shown(1, 21)),
    );
    expect(nameOf(status)).not.to.equal('nothing');
  });

  it('finds what is not rendered yet', async () => {
    const { element } = await openedMany(1000);
    await search(element, 'c999');
    expect(namesOf(element)).to.deep.equal(['c999']);
  });
});

describe('the details: 1,000 cookies', () => {
  it('all arrive, each once', async () => {
    const { element } = await openedMany(1000);
    await until(() => rowsOf(element).length === 1001, 'all rows are there');
    expect(new Set(namesOf(element)).size).to.equal(1001);
  });
});

describe('the details: loading and failing', () => {
  it('say that the list is loading, and then show it', async () => {
    const gate = newGate();
    const page = await open({ body: `<cookie-manifest src="${answer(site, { gate })}"></cookie-manifest>` });
    await page.element.showDetails();
    await page.shown('details-open');
    expect(textOf(page.element)).to.contain(words.loading);
    expect(nameOf(closeOf(page.element))).not.to.equal('nothing');
    await openGate(gate);
    await until(() => rowsOf(page.element).length === 5);
    expect(textOf(page.element)).not.to.contain(words.loading);
  });

  it('offer to try again, which then works', async () => {
    const page = await open({
      body: `<cookie-manifest src="${answer(site, { status: '500,200' })}"></cookie-manifest>`,
    });
    await page.shown();
    await page.element.showDetails();
    await page.shown('details-open');
    expect(textOf(page.element)).to.contain(words.failed);
    retryOf(page.element)!.click();
    await until(() => rowsOf(page.element).length === 5);
    expect(noticeText(page.element)).to.contain('Example only uses essential cookies');
    expect(page.api.manifest).not.to.equal(null);
    expect(page.events).to.include.members(['error', 'load']);
  });

  it('offer to try again as often as it fails', async () => {
    const page = await open({
      body: `<cookie-manifest src="${answer(site, { status: '500,503,200' })}"></cookie-manifest>`,
    });
    await page.shown();
    await page.element.showDetails();
    await page.shown('details-open');
    retryOf(page.element)!.click();
    await until(() => page.events.filter((name) => name === 'error').length === 2 && retryOf(page.element));
    retryOf(page.element)!.click();
    await until(() => rowsOf(page.element).length === 5);
  });

  it('list invalid entries as they were written, and say so', async () => {
    const cookies = [
      { name: 'a', purpose: 'p', duration: 'for ages', party: 'second', storage: 'constructor', exemption: 'toString' },
      'just_a_name',
      { purpose: 'p' },
    ];
    const { element } = await opened(withManifest({ ...site, cookies }));
    expect(rowsOf(element).map(({ name, duration }) => [name, duration])).to.deep.include.members([
      ['a', 'for ages'],
      ['just_a_name', words.unstated],
      [words.unstated, words.unstated],
    ]);
    expect(element.shadowRoot!.querySelector('dialog th[scope=row]')!.textContent)
      .to.contain('second')
      .and.to.contain('constructor');
    expect(textOf(element)).to.contain(words.flawed);
  });

  it('do not speak of mistakes where there are none', async () => {
    const { element } = await opened(withManifest(site));
    expect(textOf(element)).not.to.contain(words.flawed);
  });
});

describe('the details: safe whatever is written', () => {
  const markup = '<img src=x onerror="parent.hacked=1"><b>&amp;</b>';

  it('markup in strings stays text', async () => {
    const { element } = await opened(
      withManifest({
        language: 'en',
        site: { name: markup, contacts: [{ label: markup, name: markup, address: [markup] }] },
        categories: { extra: { label: markup, description: markup } },
        cookies: [
          {
            name: markup,
            purpose: markup,
            duration: markup,
            provider: markup,
            category: 'extra',
            domain: markup,
            exemption: markup,
            storage: markup,
          },
        ],
      }),
    );
    expect(nameOf(element.shadowRoot!.querySelector('img, b'))).to.equal('nothing');
    expect(rowsOf(element)[0]).to.deep.include({ name: markup, purpose: markup, duration: markup, provider: markup });
    expect(categoriesOf(element)).to.contain(markup);
  });

  it('only http, https and relative addresses become links', async () => {
    const bad = 'javascript:parent.hacked=1';
    const { element } = await opened(
      withManifest({
        site: {
          name: 'Example',
          policyUrl: bad,
          privacyUrl: ` ${bad}`,
          contacts: [
            { name: 'A', url: bad },
            { name: 'B', url: 'https://b.example/' },
          ],
        },
        cookies: [
          { name: 'a', purpose: 'p', duration: '1 day', provider: { name: 'P', url: 'JavaScript:parent.hacked=1' } },
          { name: 'b', purpose: 'p', duration: '1 day', provider: { name: 'Q', url: 'https://q.example/' } },
        ],
      }),
    );
    expect(detailsLinksOf(element).map((link) => link.getAttribute('href'))).to.have.members([
      'https://b.example/',
      'https://q.example/',
    ]);
    expect(rowOf(element, 'a').provider).to.equal('P');
  });
});

describe('languages', () => {
  const inLanguage: [
    language: string,
    dir: string,
    title: string,
    ok: string,
    purpose: string,
    session: string,
    minutes: RegExp,
  ][] = [
    ['en', 'ltr', 'Cookies on Example', 'OK', 'Keeps you signed in.', 'Session', /^30 minutes$/],
    ['de', 'ltr', 'Cookies auf Example', 'OK', 'Hält Sie angemeldet.', 'Sitzung', /^30 Minuten$/],
    ['de-AT', 'ltr', 'Cookies auf Example', 'OK', 'Hält Sie angemeldet.', 'Sitzung', /^30 Minuten$/],
    ['ar', 'rtl', 'ملفات تعريف الارتباط على Example', 'حسنًا', 'Keeps you signed in.', 'الجلسة', /^(30|٣٠) دقيقة$/],
    ['eo', 'ltr', 'Cookies on Example', 'OK', 'Keeps you signed in.', 'Session', /^30 minutes$/],
    ['not a tag', 'ltr', 'Cookies on Example', 'OK', 'Keeps you signed in.', 'Session', /^30 minutes$/],
  ];
  for (const [language, dir, title, ok, purpose, session, minutes] of inLanguage)
    it(`come from the page: ${language}`, async () => {
      const { element } = await opened(withManifest(site), { lang: language });
      const dialog = dialogOf(element)!;
      expect(dialog.getAttribute('aria-label')).to.equal(title);
      expect(okOf(element)!.textContent).to.equal(ok);
      expect(dialog.dir).to.equal(dir);
      expect(rowOf(element, 'sid')).to.deep.include({ purpose, duration: session });
      expect(rowOf(element, 'sid_check').duration).to.match(minutes);
    });

  it('say which language a purpose is in', async () => {
    const { element } = await opened(withManifest(site), { lang: 'ar' });
    expect(element.shadowRoot!.querySelector('dialog summary [lang]')!.getAttribute('lang')).to.equal('en');
    expect(dialogOf(element)!.lang).to.equal('ar');
  });

  it('`lang` of the element comes first, and may change', async () => {
    const { element, page } = await opened(withManifest(site, 'lang="de"'));
    expect(rowOf(element, 'sid').duration).to.equal('Sitzung');
    element.lang = 'ar';
    await until(() => rowOf(element, 'sid').duration === 'الجلسة');
    expect(dialogOf(element)!.dir).to.equal('rtl');
    expect(page.api.cookie('sid')!.durationText).to.equal('الجلسة');
    element.lang = 'en';
    await until(() => rowOf(element, 'sid').duration === 'Session');
    expect(noticeText(element)).to.contain('Example only uses');
  });

  it('the nearest `lang` counts, out of shadow roots too', async () => {
    const page = await open({ body: '<div lang="de" id="host"></div>' });
    const element = page.document.createElement('cookie-manifest') as NoticeElement;
    element.manifest = site;
    page.find('#host').attachShadow({ mode: 'open' }).append(element);
    await until(() => element.open);
    expect(noticeText(element)).to.contain('Example verwendet nur notwendige Cookies');
  });

  it('English loads no language file, German one', async () => {
    const files = async (lang: string) => {
      const page = await open({ lang, body: withManifest(site) });
      await page.shown();
      return page.window.performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\/locales\/messages\/(de|ar)\./.test(name)).length;
    };
    expect(await files('en')).to.equal(0);
    expect(await files('de')).to.equal(1);
  });
});

async function search(element: Element, sought: string): Promise<void> {
  const filter = filterOf(element)!;
  filter.value = sought;
  filter.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** A page that shows the details. */
async function opened(body: string, options: Options = {}) {
  const page = await open({ body, ...options });
  await page.api.load();
  await page.api.showDetails();
  await page.shown('details-open');
  return { page, element: page.element };
}

/** A page that shows the details of so many cookies; too many for its address, so they are given as a value. */
async function openedMany(count: number) {
  const page = await openEmpty({ body: '<cookie-manifest></cookie-manifest>' });
  page.element.manifest = many(count);
  await page.import('notice');
  await page.api.showDetails();
  await page.shown('details-open');
  return { page, element: page.element };
}
