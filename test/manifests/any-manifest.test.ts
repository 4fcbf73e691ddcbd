/**
 * Whatever JSON stands in a manifest, nothing that is made of it throws, and every field has its type. `MANIFESTS=100000` tries more of
 * them, `SEED=…` repeats a run.
 */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { audit } from '../../src/entries/audit.js';
import { ManifestError, parseManifest, type Manifest } from '../../src/entries/index.js';
import { compareManifests, wordChange } from '../../src/cli/changes.js';
import { declarations } from '../../src/cli/declarations.js';
import { csv } from '../../src/cli/exports/csv.js';
import { iab } from '../../src/cli/exports/iab.js';
import { formatManifest } from '../../src/cli/format.js';
import { readJson } from '../../src/cli/json.js';
import { listContactLines } from '../../src/cookie-list/contact-lines.js';
import { groupCookies } from '../../src/cookie-list/groups.js';
import { localizeCookie, withOwnCookie } from '../../src/cookie-list/list.js';
import { listNotes } from '../../src/cookie-list/notes.js';
import { getNoticeText } from '../../src/elements/notice-text.js';
import { getMessages } from '../../src/locales/load.js';
import enDetails from '../../src/locales/messages/en-details.js';
import { findCookie } from '../../src/manifest/match-name.js';
import { hasOptionalCategories } from '../../src/manifest/optional-categories.js';
import { renderPolicyHtml } from '../../src/policy/html.js';
import { renderPolicyMarkdown } from '../../src/policy/markdown.js';
import { defaultSettings } from '../../src/preferences/resolve-settings.js';
import { anyManifest, full } from './generator.js';

const numRuns = Number(process.env['MANIFESTS'] ?? 1_500);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

function parse(input: unknown): Manifest | undefined {
  try {
    return parseManifest(input);
  } catch (error) {
    assert.ok(error instanceof ManifestError, String(error));
    return undefined;
  }
}

/** Holds a property against many manifests: those that are none are refused by `ManifestError` and nothing else. */
const holds = (check: (manifest: Manifest, input: unknown) => void) =>
  fc.assert(
    fc.property(anyManifest, (input) => {
      const manifest = parse(input);
      if (manifest) check(manifest, input);
    }),
    { numRuns, seed },
  );

const isText = (value: unknown) => assert.equal(typeof value, 'string');
const isMaybe = (value: unknown, type: string) =>
  assert.ok(value === undefined || typeof value === type, `${String(value)} is no ${type}`);
const isLocalised = (value: unknown) => {
  if (typeof value !== 'string') for (const one of Object.values(value as object)) isText(one);
};

describe('whatever JSON stands in a manifest', () => {
  const messages = { ...enDetails, ...getMessages('en').messages };
  const reader = { requested: 'de', language: 'en', messages };
  before(() => {
    console.log(`seed ${seed}, ${numRuns} manifests for each property`);
    Object.assign(globalThis, { location: { hostname: 'example.com' } }); // the notice's text names the host where there is no name
  });

  it('gives every field its type, or leaves it out', () => {
    holds(({ revision, language, site, categories, cookies, waivers = [] }, input) => {
      assert.ok(revision === null || typeof revision === 'string');
      isText(language);
      isLocalised(site.name);
      isMaybe(site.policyUrl, 'string');
      isMaybe(site.privacyUrl, 'string');
      for (const { name, label, address = [], email, url } of site.contacts) {
        isLocalised(name);
        if (label !== undefined) isLocalised(label);
        address.forEach(isText);
        isMaybe(email, 'string');
        isMaybe(url, 'string');
      }
      for (const { label, description } of Object.values(categories)) {
        if (label !== undefined) isLocalised(label);
        if (description !== undefined) isLocalised(description);
      }
      assert.equal(cookies.length, (input as { cookies: unknown[] }).cookies.length, 'an entry is lost');
      for (const cookie of cookies) {
        for (const field of ['name', 'category', 'party', 'storage', 'path'] as const) isText(cookie[field]);
        isLocalised(cookie.purpose);
        isLocalised(cookie.provider.name);
        isText(cookie.duration.kind);
        if (cookie.duration.kind === 'unknown') isText(cookie.duration.text);
        for (const field of ['domain', 'exemption'] as const) isMaybe(cookie[field], 'string');
        isMaybe(cookie.provider.url, 'string');
        isMaybe(cookie.httpOnly, 'boolean');
      }
      for (const { rule, name, reason } of waivers) [rule, name, reason].forEach(isText);
    });
  });

  it('lists its cookies, and groups and words them', () => {
    holds((manifest) => {
      const listed = withOwnCookie(manifest, defaultSettings).map((cookie) => localizeCookie(cookie, manifest, 'de'));
      for (const cookie of listed) {
        for (const field of ['name', 'purpose', 'purposeLanguage', 'provider', 'durationText'] as const)
          isText(cookie[field]);
        assert.ok(!/^\s*javascript:/i.test(cookie.providerUrl ?? ''), 'a script became a link');
        listNotes(cookie, messages).forEach(isText);
        findCookie(manifest.cookies, cookie.name);
      }
      assert.ok(listed.filter(({ own }) => own).length <= 1, 'a declared cookie passes for the own one');
      assert.equal(
        groupCookies(listed).flatMap(({ purposes }) => purposes.flatMap(({ cookies }) => cookies)).length,
        listed.length,
      );
      for (const contact of manifest.site.contacts) listContactLines(contact, manifest, reader);
      isText(getNoticeText(manifest, 'de'));
      hasOptionalCategories(manifest);
    });
  });

  it('makes a policy page of it, as HTML and as Markdown', () => {
    holds((manifest) => {
      const html = renderPolicyHtml(manifest, { lang: 'de' });
      assert.doesNotMatch(html, /href="\s*javascript:/i);
      assert.doesNotMatch(html, /href="http:\/\/\["/);
      isText(renderPolicyMarkdown(manifest, { lang: 'de' }));
    });
  });

  it('declares no name by a name that is none', () => {
    holds((manifest) => {
      for (const { name } of manifest.cookies.filter(({ name: declared }) => /^[*\s]*$/.test(declared)))
        assert.equal(findCookie([{ name }], 'anything'), undefined, JSON.stringify(name));
      const seen = [{ name: 'never-declared', storage: 'cookie', party: 'first', domain: 'example.com' }] as const;
      audit(manifest, seen);
    });
  });

  it('is exported, compared, typed and formatted', () => {
    holds((manifest, input) => {
      const options = { language: 'de', host: 'example.com', at: new Date(0) };
      csv(manifest, options);
      iab(manifest, options);
      isText(declarations(manifest));
      for (const other of [parseManifest(full), parseManifest({ cookies: [] })]) {
        compareManifests(other, manifest).changes.forEach((change) => isText(wordChange(change)));
        compareManifests(manifest, other).changes.forEach((change) => isText(wordChange(change)));
      }
      const { written } = readJson(JSON.stringify(input));
      assert.deepEqual(JSON.parse(formatManifest(written)), JSON.parse(JSON.stringify(input)));
    });
  });
});
