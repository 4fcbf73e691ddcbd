import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  closeOf,
  detailsButtonOf,
  dialogOf,
  focusOf,
  linkOf,
  noticeLabel,
  noticeOf,
  noticeText,
  okOf,
  renderedIn,
} from '../harness.js';
import en from '../../src/locales/messages/en.js';
import { needs } from './needs.js';
import {
  allStored,
  answer,
  it,
  nameOf,
  open,
  openEmpty,
  newGate,
  openGate,
  record,
  site,
  store,
  stored,
  today,
  until,
  withManifest,
  type NoticeElement,
} from './page.js';

const essentialText =
  'Example only uses essential cookies, for sign-in, your settings, and what you enter. Cookie policy';
const optional = {
  ...site,
  categories: { statistics: { label: 'Statistics' } },
  cookies: [...site.cookies, { name: '_stats', purpose: 'Counts visits.', duration: '1 day', category: 'statistics' }],
};
const display = (element: HTMLElement) => element.ownerDocument.defaultView!.getComputedStyle(element).display;

describe('the notice', () => {
  it('shows by itself, says what the cookies are for, and links to the policy', async () => {
    const { element, ...page } = await shown(withManifest(site));
    expect(noticeText(element)).to.equal(essentialText);
    expect(noticeLabel(element)).to.equal('Cookies on Example');
    expect(linkOf(element)!.getAttribute('href')).to.equal('/policy');
    expect(okOf(element)!.textContent).to.equal('OK');
    expect(detailsButtonOf(element)!.textContent).to.equal('Cookie details');
    expect(page.events).to.deep.equal(['load', 'show']);
  });

  it('is a labelled region in the top layer, reflected as `open`, and kept out of search results', async () => {
    const { element } = await shown(withManifest(site));
    const notice = noticeOf(element)!;
    expect(notice.getAttribute('role')).to.equal('region');
    expect(notice.matches(':popover-open')).to.be.true;
    expect(element.open).to.be.true;
    expect(element.detailsOpen).to.be.false;
    expect(notice.hasAttribute('data-nosnippet')).to.be.true;
    expect(renderedIn(element)).to.be.at.most(15);
    expect(nameOf(dialogOf(element))).to.equal('nothing');
  });

  it('takes no focus, stores nothing, and shifts nothing', async () => {
    const page = await openEmpty({ body: `<button id="first">First</button>${withManifest(site)}` });
    page.find('#first').focus();
    const before = page.find('h1').getBoundingClientRect().top;
    await page.import('notice');
    await page.shown();
    expect(nameOf(page.document.activeElement)).to.equal(nameOf(page.find('#first')));
    expect(page.find('h1').getBoundingClientRect().top).to.equal(before);
    expect(allStored()).to.equal('');
  });

  it('stores one cookie on OK, in the documented form, and is not shown again', async () => {
    const page = await shown(withManifest(site));
    okOf(page.element)!.click();
    await until(() => !page.element.open);
    expect(allStored()).to.equal(
      `cookie_preferences=v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=${today()}`,
    );
    expect(nameOf(noticeOf(page.element))).to.equal('nothing');
    expect(page.events.slice(2)).to.have.members(['change', 'hide']);
    await page.page.reload();
    await page.api.load();
    await page.page.painted();
    expect(page.page.element.open).to.be.false;
    expect(page.page.events).not.to.contain('show');
  });

  it('is due again for a new revision', async () => {
    store(record('2026-10-01'));
    const page = await shown(withManifest(site));
    okOf(page.element)!.click();
    await until(() => stored() === record('2026-11-01'));
  });

  it('is answered by Escape inside it', async () => {
    const { element, page } = await shown(withManifest(site));
    page.window.focus();
    okOf(element)!.focus();
    await sendKeys({ press: 'Escape' });
    await until(() => !element.open);
    expect(stored()).to.equal(record('2026-11-01'));
  });

  it('is not answered by Escape elsewhere, or by another key', async () => {
    const { element, page } = await shown(`<button id="first">First</button>${withManifest(site)}`);
    page.window.focus();
    page.find('#first').focus();
    await sendKeys({ press: 'Escape' });
    detailsButtonOf(element)!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await page.painted();
    expect(element.open).to.be.true;
    expect(allStored()).to.equal('');
  });

  it('is worked by keyboard alone', async () => {
    const { element, page } = await shown(withManifest({ ...site, site: { name: 'Example' } }));
    page.window.focus();
    okOf(element)!.focus();
    await sendKeys({ press: 'Tab' });
    expect(nameOf(focusOf(element))).to.equal(nameOf(detailsButtonOf(element)));
    await sendKeys({ press: 'Enter' });
    await page.shown('details-open');
    await sendKeys({ press: 'Escape' });
    await until(() => !element.detailsOpen);
    expect(nameOf(focusOf(element))).to.equal(nameOf(detailsButtonOf(element)));
    okOf(element)!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => !element.open);
  });

  it('is gone through backwards too', async () => {
    await needs('held keys');
    const { element, page } = await shown(withManifest({ ...site, site: { name: 'Example' } }));
    page.window.focus();
    detailsButtonOf(element)!.focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(nameOf(focusOf(element))).to.equal(nameOf(okOf(element)));
  });

  it('gives the focus back to where it was before it entered the notice', async () => {
    const { element, page } = await shown(`<button id="first">First</button>${withManifest(site)}`);
    page.window.focus();
    page.find('#first').focus();
    detailsButtonOf(element)!.focus();
    okOf(element)!.focus();
    okOf(element)!.click();
    await until(() => !element.open);
    await page.painted();
    expect(nameOf(page.document.activeElement)).to.equal(nameOf(page.find('#first')));
  });

  it('leaves the focus alone where it is not in the notice', async () => {
    const { element, page } = await shown(
      `<button id="first">First</button><button id="second">Second</button>${withManifest(site)}`,
    );
    page.window.focus();
    page.find('#first').focus();
    okOf(element)!.focus();
    page.find('#second').focus();
    await page.api.acknowledge();
    await page.painted();
    expect(nameOf(page.document.activeElement)).to.equal(nameOf(page.find('#second')));
  });

  it('cannot be shown by the page’s styles once it is hidden', async () => {
    const { element, api } = await shown(withManifest(site), {
      head: '<style>* { display: block !important; position: static !important }</style>',
    });
    await api.acknowledge();
    expect(noticeOf(element)).to.equal(null);
    expect(element.getClientRects()).to.have.lengthOf(0);
  });

  it('gives the page room at its end while it is open, and takes it back', async () => {
    const { page, api } = await shown(withManifest(site));
    const padding = () =>
      parseFloat(page.window.getComputedStyle(page.document.documentElement).scrollPaddingBottom) || 0;
    await until(() => padding() >= noticeOf(page.element)!.getBoundingClientRect().height);
    await api.hide();
    await page.painted();
    expect(padding()).to.equal(0);
    expect(page.document.adoptedStyleSheets).to.have.length(0);
  });

  it('does not stay in front of the page’s focused control', async () => {
    const { page } = await shown(
      `<button id="free">Free</button><button id="fixed" style="position: fixed; bottom: 30px; left: 45%">Chat</button>${withManifest(site)}`,
    );
    page.window.focus();
    page.find('#fixed').focus();
    const box = page.find('#fixed').getBoundingClientRect();
    const clear = () => {
      const notice = noticeOf(page.element)!.getBoundingClientRect();
      return (
        notice.bottom <= box.top || notice.top >= box.bottom || notice.left >= box.right || notice.right <= box.left
      );
    };
    await until(clear, 'the notice gives way');
    page.find('#free').focus();
    await until(() => !clear(), 'the notice is back');
  });

  it('says what a site name or a manifest without exemptions leaves open', async () => {
    const { element } = await shown(withManifest({ cookies: [{ name: 'a', purpose: 'b', duration: 'session' }] }));
    expect(noticeText(element)).to.contain(`${location.hostname} only uses essential cookies, for basic functions.`);
    expect(linkOf(element)?.hidden ?? true).to.be.true;
  });

  for (const exemption of ['constructor', 'title', 'nonsense'])
    it(`shows for an exemption that is none: ${exemption}`, async () => {
      const { element } = await shown(
        withManifest({
          site: { name: 'Example' },
          cookies: [{ name: 'a', purpose: 'b', duration: 'session', exemption }],
        }),
      );
      expect(noticeText(element)).to.contain('Example only uses essential cookies, for basic functions.');
    });

  it('keeps markup in strings as text', async () => {
    const markup = '<img src=x onerror="parent.hacked=1"><script>parent.hacked=1</script>';
    const { element } = await shown(withManifest({ ...site, site: { name: markup, policyUrl: '/policy' } }));
    expect(noticeText(element)).to.contain(markup);
    expect(nameOf(element.shadowRoot!.querySelector('img, script'))).to.equal('nothing');
  });

  it('links to no policy whose address is not safe', async () => {
    const { element } = await shown(
      withManifest({ ...site, site: { name: 'Example', policyUrl: 'javascript:alert(1)' } }),
    );
    expect(element.shadowRoot!.querySelectorAll('a[href]')).to.have.length(0);
    expect(linkOf(element)?.hidden ?? true).to.be.true;
  });
});

describe('the notice’s methods', () => {
  it('hide() stores nothing; show() shows again', async () => {
    const { element, page } = await shown(withManifest(site));
    await element.hide();
    expect(nameOf(noticeOf(element))).to.equal('nothing');
    expect(allStored()).to.equal('');
    expect(nameOf(page.lastEvent('hide').target)).to.equal(nameOf(element));
    await element.show();
    expect(noticeOf(element)!.matches(':popover-open')).to.be.true;
    await page.api.hide();
    expect(element.open).to.be.false;
    await page.api.show();
    expect(element.open).to.be.true;
    expect(page.events).to.deep.equal(['load', 'show', 'hide', 'show', 'hide', 'show']);
  });

  it('hide() closes the details too', async () => {
    const { element, page } = await shown(withManifest(site));
    await element.showDetails();
    await page.shown('details-open');
    await page.api.hide();
    expect(element.open || element.detailsOpen).to.be.false;
    expect(nameOf(dialogOf(element))).to.equal('nothing');
  });

  it('acknowledge() answers', async () => {
    const { element } = await shown(withManifest(site));
    await element.acknowledge();
    expect(stored()).to.equal(record('2026-11-01'));
    expect(element.open).to.be.false;
  });

  it('reset() forgets, and shows', async () => {
    store(record('2026-11-01'));
    const page = await open({ body: withManifest(site) });
    await page.api.load();
    expect(page.element.open).to.be.false;
    await page.api.reset();
    expect(allStored()).to.equal('');
    expect(page.element.open).to.be.true;
    expect(page.api.due).to.be.true;
  });
});

describe('the attributes', () => {
  it('`revision` stands for the manifest’s: a returning visit loads nothing', async () => {
    store(record('7'));
    const page = await open({ entry: 'auto', body: '<cookie-manifest src="/answer" revision="7"></cookie-manifest>' });
    await page.painted();
    expect(page.api.due).to.be.false;
    expect(nameOf(page.element.shadowRoot)).to.equal('nothing');
    expect(page.window.performance.getEntriesByType('resource').some(({ name }) => name.includes('/answer'))).to.be
      .false;
    expect(display(page.element)).to.equal('inline');
    expect(page.element.textContent).to.equal('');
  });

  it('`revision` that lags behind the manifest’s is reported once and does not nag', async () => {
    const page = await shown(withManifest(site, 'revision="old"'));
    expect(page.page.printed().join()).to.contain('old').and.to.contain('2026-11-01');
    okOf(page.element)!.click();
    await until(() => !page.element.open);
    expect(stored()).to.equal(record('old'));
    await page.page.reload();
    await page.api.load();
    await page.page.painted();
    expect(page.page.element.open).to.be.false;
  });

  it('a new `revision` makes the notice due', async () => {
    store(record('2026-11-01'));
    const page = await open({ body: withManifest(site, 'revision="2026-11-01"') });
    expect(page.element.open).to.be.false;
    page.element.setAttribute('revision', '2026-12-01');
    await page.shown();
    expect(page.api.due).to.be.true;
  });

  it('without a `revision` a returning visit looks at the manifest when idle', async () => {
    store(record('2026-10-01'));
    const page = await open({ entry: 'auto', body: `<cookie-manifest src="${answer(site)}"></cookie-manifest>` });
    await page.shown();
    expect(page.api.due).to.be.true;
  });

  it('`notice="manual"` is shown only when asked', async () => {
    const page = await open({ body: withManifest(site, 'notice="manual"') });
    await page.api.load();
    await page.painted();
    expect(page.element.open).to.be.false;
    await page.api.show();
    expect(page.element.open).to.be.true;
    expect(noticeText(page.element)).to.equal(essentialText);
  });

  it('`notice` may become automatic', async () => {
    const page = await open({ body: withManifest(site, 'notice="manual"') });
    page.element.notice = 'auto';
    await page.shown();
  });

  it('stays away from a page that has the policy', async () => {
    const page = await open({ body: `<cookie-manifest-policy></cookie-manifest-policy>${withManifest(site)}` });
    await page.api.load();
    await page.painted();
    expect(page.element.open).to.be.false;
  });

  for (const placement of ['top', 'bottom', 'bottom-start', 'bottom-end', 'inline'])
    it(`\`placement="${placement}"\` puts it there`, async () => {
      const { element, page } = await shown(withManifest(site, `placement="${placement}"`));
      const notice = noticeOf(element)!;
      const { top, bottom, left, right } = notice.getBoundingClientRect();
      const { innerWidth, innerHeight } = page.window;
      const middle = Math.abs(left + right - innerWidth) < 20;
      const at = {
        top: top < innerHeight - bottom && middle,
        bottom: top > innerHeight - bottom && middle,
        'bottom-start': top > innerHeight - bottom && left < innerWidth - right,
        'bottom-end': top > innerHeight - bottom && left > innerWidth - right,
        inline:
          page.window.getComputedStyle(notice).position !== 'fixed' &&
          top >= page.find('h1').getBoundingClientRect().bottom,
      };
      expect(at[placement as 'top']).to.be.true;
      expect(notice.matches(':popover-open')).to.equal(placement !== 'inline');
    });

  it('`placement` may change while it is open', async () => {
    const { element, page } = await shown(withManifest(site));
    const atTop = () => noticeOf(element)!.getBoundingClientRect().top < 100;
    expect(atTop()).to.be.false;
    element.placement = 'top';
    await until(atTop);
    element.placement = 'inline';
    await until(() => !noticeOf(element)!.matches(':popover-open'));
    element.placement = null;
    await until(() => noticeOf(element)!.matches(':popover-open') && !atTop());
    expect(page.events).to.deep.equal(['load', 'show']);
  });

  it('`src` may change', async () => {
    const { element, page } = await shown(`<cookie-manifest src="${answer(site)}"></cookie-manifest>`);
    element.src = answer({ ...site, site: { name: 'Another' } });
    await until(() => noticeText(element)?.startsWith('Another'));
    expect(page.api.manifest!.site.name).to.equal('Another');
  });

  it('an answer that comes after `src` has changed is not taken', async () => {
    const gate = newGate();
    const page = await open({
      body: `<cookie-manifest src="${answer({ ...site, site: { name: 'Late' } }, { gate })}"></cookie-manifest>`,
    });
    page.element.src = answer(site);
    await page.shown();
    await openGate(gate);
    await page.painted();
    expect(page.api.manifest!.site.name).to.equal('Example');
    expect(page.events).not.to.contain('error');
  });

  it('`open` and `details-open` may be set by hand', async () => {
    const page = await open({ body: withManifest(site, 'notice="manual"') });
    await page.api.load();
    page.element.setAttribute('open', '');
    await until(() => noticeOf(page.element)?.matches(':popover-open'));
    page.element.removeAttribute('open');
    await until(() => !noticeOf(page.element));
    page.element.detailsOpen = true;
    await until(() => dialogOf(page.element)?.matches(':modal'));
    page.element.removeAttribute('details-open');
    await until(() => !dialogOf(page.element));
  });

  it('`open="false"` and `details-open="false"` are closed: frameworks write that', async () => {
    const page = await open({ body: withManifest(site, 'notice="manual" open="false" details-open="false"') });
    const { element } = page;
    await page.painted();
    expect([element.open, element.detailsOpen]).to.deep.equal([false, false]);
    expect([nameOf(noticeOf(element)), nameOf(dialogOf(element))]).to.deep.equal(['nothing', 'nothing']);
  });

  it('none comes by itself until the notice shows, so that what hydrates the page finds what the server sent', async () => {
    const page = await open({ body: withManifest(site, 'notice="manual" src="/a"') });
    expect(page.element.getAttributeNames().sort()).to.deep.equal(['notice', 'src']);
  });

  it('properties are attributes', async () => {
    const page = await open({
      body: '<cookie-manifest notice="manual" src="a" revision="b" placement="top"></cookie-manifest>',
    });
    const { element } = page;
    expect([element.notice, element.src, element.revision, element.placement]).to.deep.equal([
      'manual',
      'a',
      'b',
      'top',
    ]);
    element.revision = null;
    element.placement = 'inline';
    expect([element.getAttribute('revision'), element.getAttribute('placement')]).to.deep.equal([null, 'inline']);
  });
});

describe('where the manifest comes from', () => {
  const named = (name: string) => ({ ...site, site: { name } });

  it('the property comes before the inline one, which comes before `src`', async () => {
    const page = await openEmpty();
    page.add(
      `<cookie-manifest src="${answer(named('Src'))}"><script type="application/json">${JSON.stringify(named('Inline'))}</script></cookie-manifest>`,
    );
    (page.element as { manifest: object }).manifest = named('Property');
    await page.import('notice');
    await page.shown();
    expect(noticeText(page.element)).to.match(/^Property/);
    page.element.manifest = null;
    await until(() => noticeText(page.element)?.startsWith('Inline'));
    page.element.querySelector('script')!.remove();
    page.element.src = answer(named('Src'));
    await until(() => noticeText(page.element)?.startsWith('Src'));
  });

  it('properties set before the upgrade are honoured', async () => {
    const page = await openEmpty();
    const element = page.document.createElement('cookie-manifest') as NoticeElement;
    Object.assign(element, { manifest: site, placement: 'top', notice: 'manual', revision: '2026-11-01' });
    page.document.body.append(element);
    await page.import('notice');
    await page.api.load();
    await page.painted();
    expect(element.open).to.be.false;
    expect([
      element.getAttribute('placement'),
      element.getAttribute('notice'),
      element.getAttribute('revision'),
    ]).to.deep.equal(['top', 'manual', '2026-11-01']);
    await element.show();
    expect(noticeText(element)).to.equal(essentialText);
  });

  it('an element made after the upgrade shows once it is in the page', async () => {
    const page = await open();
    const element = page.document.createElement('cookie-manifest') as NoticeElement;
    element.manifest = site;
    await page.painted();
    expect(page.api.manifest).to.equal(null);
    page.document.body.append(element);
    await page.shown();
    expect(noticeText(element)).to.equal(essentialText);
  });

  it('an element in another’s shadow root works', async () => {
    const page = await open({ body: '<div id="host"></div>' });
    const element = page.document.createElement('cookie-manifest') as NoticeElement;
    element.manifest = site;
    page.find('#host').attachShadow({ mode: 'open' }).append(element);
    await until(() => element.open);
    expect(page.events).to.contain('show');
  });
});

describe('a load that fails', () => {
  const failures: [what: string, body: () => string][] = [
    ['404', () => `<cookie-manifest src="${answer(site, { status: '404' })}"></cookie-manifest>`],
    ['500', () => `<cookie-manifest src="${answer(site, { status: '500' })}"></cookie-manifest>`],
    [
      'HTML instead of JSON',
      () => `<cookie-manifest src="${answer('<!doctype html><p>Oops', { type: 'text/html' })}"></cookie-manifest>`,
    ],
    ['truncated JSON', () => `<cookie-manifest src="${answer('{"cookies":[{"name":"a"')}"></cookie-manifest>`],
    ['an empty answer', () => `<cookie-manifest src="${answer('')}"></cookie-manifest>`],
    ['JSON that is no manifest', () => `<cookie-manifest src="${answer([])}"></cookie-manifest>`],
    ['an address that is none', () => '<cookie-manifest src="https://:::/"></cookie-manifest>'],
    ['a host that is not there', () => '<cookie-manifest src="http://localhost:1/cookies.json"></cookie-manifest>'],
    ['no source at all', () => '<cookie-manifest></cookie-manifest>'],
    [
      'broken JSON in the page',
      () => '<cookie-manifest><script type="application/json">{"cookies":</script></cookie-manifest>',
    ],
  ];
  for (const [what, body] of failures)
    it(`still informs: ${what}`, async () => {
      const page = await open({ body: body() });
      await page.shown();
      expect(noticeText(page.element)).to.contain(en.unlisted.replace('{site}', location.hostname));
      const { error, target } = page.lastEvent('error') as unknown as { error: Error; target: EventTarget };
      expect(error).to.be.instanceOf((await page.import('index')).ManifestError);
      expect(error.message).not.to.equal('');
      expect(nameOf(target)).to.equal(nameOf(page.element));
      expect(page.events).not.to.contain('load');
      okOf(page.element)!.click();
      await until(() => !page.element.open);
      expect(stored()).to.equal(record('0'));
    });

  it('asks again when a manifest is seen', async () => {
    store(record('0'));
    const page = await open({ body: `<cookie-manifest src="${answer(site)}"></cookie-manifest>` });
    await page.shown();
    expect(page.api.due).to.be.true;
  });

  it('stores the tag’s revision where the tag gives one', async () => {
    const page = await open({
      body: `<cookie-manifest revision="7" src="${answer(site, { status: '404' })}"></cookie-manifest>`,
    });
    await page.shown();
    await page.element.acknowledge();
    expect(stored()).to.equal(record('7'));
  });

  it('is nobody’s error when the element goes while it is loading', async () => {
    const gate = newGate();
    const page = await open({ body: `<cookie-manifest src="${answer(site, { gate })}"></cookie-manifest>` });
    page.element.remove();
    await openGate(gate);
    await page.painted();
    expect(page.events).to.deep.equal([]);
    expect(page.api.manifest).to.equal(null);
  });
});

describe('a manifest with problems', () => {
  it('is shown all the same, and the problems are reported', async () => {
    const { element, page } = await shown(
      withManifest({ ...site, cookies: [...site.cookies, { name: 'bad', purpose: 'p', duration: 'ages' }] }),
    );
    expect(noticeText(element)).to.contain('Example');
    const { problems } = page.lastEvent('error') as unknown as { problems: { path: string }[] };
    expect(problems.map(({ path }) => path)).to.deep.equal(['cookies[4].duration']);
    expect(page.printed().length).to.be.greaterThan(0);
    expect(page.events).to.have.members(['load', 'error', 'show']);
  });
});

describe('a manifest with optional categories', () => {
  it('says so, and is closed without an answer', async () => {
    const { element } = await shown(withManifest(optional));
    expect(noticeText(element)).to.contain(en.mixed.replace('{site}', 'Example'));
    expect(okOf(element)!.textContent).to.equal('Close');
    okOf(element)!.click();
    await until(() => !element.open);
    expect(allStored()).to.equal('');
  });

  it('is not answered by Escape', async () => {
    const { element, page } = await shown(withManifest(optional));
    page.window.focus();
    okOf(element)!.focus();
    await sendKeys({ press: 'Escape' });
    await until(() => !element.open);
    expect(allStored()).to.equal('');
  });

  it('is not acknowledged', async () => {
    const { element, api } = await shown(withManifest(optional));
    const reasons = await Promise.all(
      [element.acknowledge(), api.acknowledge()].map((answer) =>
        answer.then(
          () => null,
          (reason: unknown) => (reason as Error).message,
        ),
      ),
    );
    for (const reason of reasons) expect(reason).to.contain('choices');
    expect(allStored()).to.equal('');
    expect(element.open).to.be.true;
  });
});

describe('two elements, and one that moves', () => {
  it('the second renders nothing and warns', async () => {
    const { page } = await shown(withManifest(site) + withManifest(site));
    const second = page.document.querySelectorAll<NoticeElement>('cookie-manifest')[1]!;
    expect(page.printed().join()).to.contain('first');
    expect(nameOf(noticeOf(second))).to.equal('nothing');
    await second.show();
    await page.painted();
    expect(nameOf(noticeOf(second))).to.equal('nothing');
  });

  it('the second takes over when the first goes', async () => {
    const { page } = await shown(withManifest(site) + withManifest({ ...site, site: { name: 'Second' } }));
    page.element.remove();
    await until(() => page.element.open && noticeText(page.element));
    expect(noticeOf(page.element)!.matches(':popover-open')).to.be.true;
    okOf(page.element)!.click();
    await until(() => stored());
  });

  it('one that takes the place of another, before or after that goes, shows without a warning', async () => {
    const { page } = await shown(withManifest(site));
    const next = () => {
      const copy = page.element.cloneNode(true) as NoticeElement;
      copy.removeAttribute('open');
      return copy;
    };
    page.element.replaceWith(next());
    await page.shown();
    const last = page.element;
    last.after(next());
    last.remove();
    await page.shown();
    await new Promise((resolve) => page.window.setTimeout(resolve));
    expect(nameOf(noticeOf(page.element))).to.equal('section[part=notice]');
    expect(page.printed()).to.deep.equal([]);
  });

  it('a move is no disconnect: it stays open, and in the top layer', async () => {
    const { element, page } = await shown(`${withManifest(site)}<div id="there"></div>`);
    page.find('#there').append(element);
    await page.painted();
    expect(element.open).to.be.true;
    expect(noticeOf(element)!.matches(':popover-open')).to.be.true;
    expect(page.events).to.deep.equal(['load', 'show']);
  });

  it('a move keeps the details open', async () => {
    const { element, page } = await shown(`${withManifest(site)}<div id="there"></div>`);
    await element.showDetails();
    await page.shown('details-open');
    page.find('#there').append(element);
    await page.painted();
    expect(dialogOf(element)!.matches(':modal')).to.be.true;
    closeOf(element)!.click();
    await until(() => !element.detailsOpen);
  });

  it('one that was taken away shows again where it is put back', async () => {
    const { element, page } = await shown(withManifest(site));
    element.remove();
    await page.painted();
    expect(element.open).to.be.false;
    expect(page.document.adoptedStyleSheets).to.have.length(0);
    page.document.body.append(element);
    await page.shown();
    expect(noticeOf(element)!.matches(':popover-open')).to.be.true;
  });

  it('adding and removing it 200 times leaves nothing behind', async () => {
    const { element, page } = await shown(withManifest(site));
    for (let times = 0; times < 200; times++) {
      element.remove();
      await Promise.resolve();
      page.document.body.append(element);
      await Promise.resolve();
    }
    await page.shown();
    await until(() => page.document.adoptedStyleSheets.length > 0); // what keeps the page clear comes after the notice
    expect(page.document.adoptedStyleSheets).to.have.length(1);
    expect(element.shadowRoot!.querySelectorAll('section')).to.have.length(1);
    element.remove();
    await page.painted();
    expect(page.document.adoptedStyleSheets).to.have.length(0);
  });
});

/** A page that shows its notice. */
async function shown(body: string, options: object = {}) {
  const page = await open({ body, ...options });
  await page.shown();
  return {
    page,
    get element() {
      return page.element;
    },
    get api() {
      return page.api;
    },
    get events() {
      return page.events;
    },
  };
}
