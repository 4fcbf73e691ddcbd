/** The policy page: the element by script tag, its static stand-in, and what surrounds it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { renderPolicyHtml } from '../../src/entries/policy.node.js';
import { parse, piecesOf } from '../policy/page.js';
import { findings } from './axe.js';
import { manifest, painted, settled, visit, type Visit, type VisitOptions } from './support.js';

const demo = JSON.parse(readFileSync(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;
const tag = '<cookie-manifest src="manifestUrl"></cookie-manifest><cookie-manifest-policy></cookie-manifest-policy>';
const policy = 'cookie-manifest-policy';

async function shown(page: Visit['page'], heading = 'Cookie policy'): Promise<void> {
  await page.locator(policy).getByRole('heading', { name: heading }).first().waitFor();
}

/** What the page says, piece by piece: what is slotted in place of a section comes where it is shown. */
const pieces = (page: Visit['page']) =>
  page.locator(policy).evaluate((element) => {
    const texts: string[] = [];
    const walk = (node: Node) => {
      if (node instanceof Text) texts.push(node.data.replace(/\s+/g, ' ').trim());
      else if (!(node instanceof Element) || getComputedStyle(node).display !== 'none') node.childNodes.forEach(walk);
    };
    walk(element.shadowRoot!);
    return texts.filter(Boolean);
  });

test('says the same as the static HTML, in each language that it speaks', async (t) => {
  for (const lang of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'sv', 'ja', 'zh', 'ar', 'he']) {
    const { page, errors } = await visit(t, { manifest: demo, tag, html: `lang="${lang}"` });
    await page.waitForFunction(
      (lang) => document.querySelector('cookie-manifest-policy')?.shadowRoot?.querySelector('article')?.lang === lang,
      lang,
    );
    const agent = await page.evaluate(() => navigator.userAgent);
    assert.deepEqual(await pieces(page), piecesOf(parse(renderPolicyHtml(demo, { lang, agent }))), lang);
    assert.deepEqual(errors, []);
    await page.close();
  }
});

test('is whole for visitors without JavaScript, and the element takes over without a moment of nothing', async (t) => {
  const html = renderPolicyHtml(demo);
  const withStatic = tag.replace('</cookie-manifest-policy>', `${html}</cookie-manifest-policy>`);
  const still = await visit(t, { manifest: demo, tag: withStatic, context: { javaScriptEnabled: false } });
  assert.equal(await still.page.locator('article tbody tr').count(), 18);

  const { page } = await visit(t, {
    manifest: demo,
    tag: withStatic,
    // In each frame that is painted, one of the two pages is there.
    init: () => {
      const counts: number[] = ((globalThis as unknown as { __headings: number[] }).__headings = []);
      const look = () => {
        const element = document.querySelector('cookie-manifest-policy');
        const all = [
          ...(element?.querySelectorAll('h1') ?? []),
          ...(element?.shadowRoot?.querySelectorAll('h1') ?? []),
        ];
        if (element?.querySelector('address + p'))
          counts.push(all.filter((heading) => heading.checkVisibility()).length);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
  });
  await page.waitForFunction(() =>
    document.querySelector('cookie-manifest-policy')?.shadowRoot?.querySelector('tbody tr'),
  );
  await painted(page);
  const headings = await page.evaluate(() => (globalThis as unknown as { __headings: number[] }).__headings);
  assert.ok(headings.length > 0);
  assert.deepEqual([...new Set(headings)], [1]);
});

test('keeps what stands inside it where the manifest cannot be loaded', async (t) => {
  const { page, errors } = await visit(t, {
    answer: { status: 500 },
    tag: tag.replace('></cookie-manifest-policy>', '><p>Our cookies, by hand.</p></cookie-manifest-policy>'),
  });
  await settled(page);
  await page.getByText('Our cookies, by hand.').waitFor();
  assert.deepEqual(errors, []);
});

test('says so and offers to try again where there is nothing inside it', async (t) => {
  const opened = await visit(t, { answer: { status: 500 }, tag });
  await opened.page.getByText('The list could not be loaded.').waitFor();
  opened.sendManifest(demo);
  await opened.page.getByRole('button', { name: 'Try again' }).click();
  await shown(opened.page);
});

test('names its own source, where no other element does', async (t) => {
  for (const own of [
    `<${policy} src="manifestUrl"></${policy}>`,
    `<${policy}><script type="application/json">${JSON.stringify(manifest())}</script></${policy}>`,
  ]) {
    const { page } = await visit(t, { tag: own });
    await shown(page);
    assert.equal(await page.locator(`${policy} tbody code`).first().textContent(), 'sid');
  }
});

test('keeps the notice away while it is there', async (t) => {
  const { page, notice } = await visit(t, { tag: '<cookie-manifest src="manifestUrl"></cookie-manifest>' });
  await notice.waitFor();
  await page.evaluate(async () => {
    document.body.append(document.createElement('cookie-manifest-policy'));
    cookieManifest.configure({});
    await cookieManifest.load();
  });
  await shown(page);
  await notice.waitFor({ state: 'hidden' });
  await page.evaluate(() => document.querySelector('cookie-manifest-policy')!.remove());
  await notice.waitFor();
});

test('on its own page no notice shows, and the details open when asked', async (t) => {
  const { page, notice, dialog, stored } = await visit(t, { manifest: demo, tag });
  await shown(page);
  await settled(page);
  assert.equal(await notice.count(), 0);
  await page.evaluate(() => cookieManifest.showDetails());
  await dialog.waitFor();
  assert.equal(await stored(), null);
});

test('sections can be left out, replaced, and begin at another level', async (t) => {
  const { page } = await visit(t, {
    manifest: demo,
    tag: `<cookie-manifest src="manifestUrl"></cookie-manifest><${policy} omit="title intro" heading-level="2"><section slot="manage"><h3>By hand</h3></section></${policy}>`,
  });
  await shown(page, 'What cookies are');
  const headings = await page.locator(policy).getByRole('heading').allTextContents();
  assert.ok(
    headings.includes('By hand') && !headings.includes('How to manage cookies') && !headings.includes('Cookie policy'),
  );
  assert.equal(await page.locator(`${policy} h3[part=heading]`).first().textContent(), 'What cookies are');
  await page.locator(policy).evaluate((element) => element.setAttribute('omit', 'what'));
  await shown(page);
});

test('the reader’s own browser comes first', async (t) => {
  const first = async (context: VisitOptions['context']) => {
    const { page } = await visit(t, { manifest: demo, tag, context: context ?? {} });
    await shown(page);
    return page.locator(`${policy} li`).first().textContent();
  };
  assert.equal(await first({}), 'Google Chrome');
  assert.equal(
    await first({
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    }),
    'Safari (iPhone, iPad)',
  );
  assert.equal(
    await first({
      userAgent:
        'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    }),
    'Samsung Internet',
  );
});

for (const [state, options] of [
  ['', {}],
  [' in the dark', { context: { colorScheme: 'dark' }, head: '<meta name="color-scheme" content="light dark">' }],
  [' at 320 px', { context: { viewport: { width: 320, height: 640 } } }],
  [' in Arabic', { html: 'lang="ar" dir="rtl"' }],
  [' in Hebrew', { html: 'lang="he" dir="rtl"' }],
] as const)
  test(`axe finds nothing in the policy page${state}`, async (t) => {
    const { page } = await visit(t, {
      manifest: demo,
      tag: '',
      body: tag.replace('></cookie-manifest-policy>', ' heading-level="2"></cookie-manifest-policy>'),
      ...options,
    });
    await page.locator(`${policy} tbody tr`).first().waitFor();
    assert.deepEqual(await findings(page), []);
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      'the page scrolls sideways',
    );
  });

test('no violation under a strict policy; static content stays where Lit may not start', async (t) => {
  const strict = "default-src 'self'; require-trusted-types-for 'script'";
  const { page, violations, errors } = await visit(t, {
    manifest: demo,
    tag,
    headers: { 'Content-Security-Policy': strict },
  });
  await shown(page);
  assert.deepEqual(await violations(), []);
  assert.deepEqual(errors, []);

  const none = await visit(t, {
    manifest: demo,
    tag: tag.replace('></cookie-manifest-policy>', '><p>By hand.</p></cookie-manifest-policy>'),
    headers: { 'Content-Security-Policy': `${strict}; trusted-types 'none'` },
  });
  await settled(none.page);
  assert.ok(await none.page.getByText('By hand.').isVisible());
});

test('prints whole tables, and where links lead', async (t) => {
  const { page } = await visit(t, { manifest: demo, tag, context: { viewport: { width: 320, height: 640 } } });
  await shown(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(
    await page
      .locator(`${policy} [part=scroll]`)
      .first()
      .evaluate((box) => getComputedStyle(box).overflowX),
    'visible',
  );
  assert.match(
    await page
      .locator(`${policy} li a`)
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content),
    /attr\(href\)|https:/,
  );
});
