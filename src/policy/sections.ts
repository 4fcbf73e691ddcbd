import { describeCategory } from '../cookie-list/category-texts.js';
import { listContactLines } from '../cookie-list/contact-lines.js';
import { exceedsLimit, maxCookieDays, maxScriptCookieDays } from '../cookie-list/lifetime-limits.js';
import { translateValue } from '../cookie-list/notes.js';
import { listReasons } from '../cookie-list/reasons.js';
import { formatCount } from '../locales/plural.js';
import enDetails from '../locales/messages/en-details.js';
import { fillIn, getMessages } from '../locales/load.js';
import { formatDuration, parseDuration } from '../manifest/duration.js';
import { isLink } from '../manifest/normalize.js';
import { listBrowserHelp } from './browsers.js';
import { isolateName, joinItems, toHeading, toParagraph, toSentence, toText, type Context } from './context.js';
import { describeTables } from './tables.js';
import type { Block, SectionName } from './types.js';

/** The sections of the page, each made of what is known of site and reader. */
export const sections: { readonly [Name in SectionName]: (context: Context) => Block[] } = {
  title: (context) => [{ kind: 'title', text: toText(context.reader.messages.policy, context) }],

  intro: (context) => [toSentence(context.policyMessages.intro, context), ...describeDate(context)],

  what(context) {
    const { policyMessages } = context;
    return [
      toHeading(policyMessages.whatTitle, context),
      toSentence(policyMessages.what, context),
      toSentence(policyMessages.similar, context),
    ];
  },

  life(context) {
    const { policyMessages } = context;
    return [
      toHeading(policyMessages.lifeTitle, context),
      toSentence(policyMessages.life, context),
      describeCounts(context),
    ];
  },

  party(context) {
    const { cookies, policyMessages, policyLanguage } = context;
    const thirdParties = new Set(
      cookies.filter(({ party }) => party === 'third').map(({ provider }) => isolateName(provider, policyLanguage)),
    );
    return [
      toHeading(policyMessages.partyTitle, context),
      toSentence(policyMessages.party, context),
      thirdParties.size
        ? toSentence(policyMessages.thirds, context, { providers: joinItems(thirdParties, policyLanguage) })
        : toSentence(policyMessages.firstOnly, context),
    ];
  },

  why: (context) => [
    toHeading(context.policyMessages.whyTitle, context),
    ...(context.optionalCategories.size ? describeOptional(context) : describeEssential(context)),
    describeStorages(context),
  ],

  list(context) {
    const { manifest, policyMessages, reader } = context;
    return [
      toHeading(policyMessages.listTitle, context),
      ...describeTables(context),
      ...describeLimits(context),
      ...(manifest.problems.length ? [toParagraph(toText(reader.messages.flawed, context))] : []),
    ];
  },

  manage(context) {
    const { agent, policyMessages } = context;
    return [
      toHeading(policyMessages.manageTitle, context),
      toSentence(policyMessages.manage, context),
      { kind: 'links', items: listBrowserHelp(agent).map(({ name, url }) => ({ text: name, language: 'en', url })) },
      toSentence(policyMessages.blocked, context),
    ];
  },

  contact(context) {
    const blocks = [...describeContacts(context), ...describePrivacy(context)];
    if (!blocks.length) return [];
    return [{ kind: 'heading', text: toText(context.reader.messages.contact, context) }, ...blocks];
  },
};

/** Describes the day of the manifest's revision, where its revision is a day. */
function describeDate(context: Context): Block[] {
  const { manifest, policyMessages, policyLanguage } = context;
  if (!/^\d{4}-\d\d-\d\d$/.test(manifest.revision ?? '')) return [];
  const day = new Date(manifest.revision!);
  if (Number.isNaN(day.valueOf())) return [];
  const date = day.toLocaleDateString(policyLanguage, { dateStyle: 'long', timeZone: 'UTC' });
  return [toSentence(policyMessages.dated, context, { date })];
}

/** Describes how many session and persistent cookies there are. */
function describeCounts(context: Context): Block {
  const { cookies, policyMessages, policyLanguage } = context;
  const { language, messages } = context.reader;
  const sessions = cookies.filter(({ duration }) => duration.kind === 'session').length;
  const counts = [
    formatCount(messages.sessions, sessions, language),
    formatCount(messages.lasting, cookies.length - sessions, language),
  ];
  // The numbers are worded in the reader's language, which may not be the sentence's.
  return policyLanguage === language
    ? toSentence(policyMessages.counted, context, { counts: joinItems(counts, policyLanguage) })
    : toParagraph(toText(joinItems(counts, language), context));
}

/** Describes what the cookies are for where all of them are essential, in the words of the notice. */
function describeEssential(context: Context): Block[] {
  const { manifest, siteName } = context;
  const { language, messages } = context.reader;
  const reasons = listReasons(manifest, messages, language);
  return [
    toParagraph(toText(fillIn(messages.essential, { site: siteName, reasons }), context)),
    toParagraph(toText(messages.essentialText, context)),
  ];
}

/** Describes what the essential cookies are for, and the categories that a visitor chooses. */
function describeOptional(context: Context): Block[] {
  const { manifest, reader, policyMessages, policyLanguage, optionalCategories } = context;
  const headings = [...optionalCategories].map(
    (category) => describeCategory({ category, own: false }, manifest, reader).heading.text,
  );
  return [
    toSentence(policyMessages.optional, context, {
      reasons: listReasons(manifest, getMessages(policyLanguage).messages, policyLanguage),
      categories: joinItems(headings, policyLanguage),
    }),
  ];
}

/** Describes the technologies that the site uses beside cookies. */
function describeStorages(context: Context): Block {
  const { cookies, reader, policyMessages, policyLanguage } = context;
  const storages = new Set(cookies.map(({ storage }) => storage).filter((storage) => storage !== 'cookie'));
  if (!storages.size) return toSentence(policyMessages.cookiesOnly, context);
  const messages =
    policyLanguage === reader.language ? reader.messages : { ...enDetails, ...getMessages('en').messages };
  const words = [...storages].map((storage) => translateValue(storage, messages));
  return toSentence(policyMessages.storages, context, { storages: joinItems(words, policyLanguage) });
}

/** Describes which cookies browsers keep for a shorter time than stated. */
function describeLimits(context: Context): Block[] {
  const { cookies, policyMessages, policyLanguage } = context;
  const formatDays = (days: number) =>
    formatDuration(parseDuration(`${days} days`), policyLanguage, context.reader.messages);
  const names = cookies.filter((cookie) => exceedsLimit(cookie, maxCookieDays)).map(({ name }) => name);
  const isCappedByScript = cookies.some((cookie) => !cookie.httpOnly && exceedsLimit(cookie, maxScriptCookieDays));
  const blocks: Block[] = [];
  if (names.length) {
    const values = { limit: formatDays(maxCookieDays), names: joinItems(names, policyLanguage) };
    blocks.push(toSentence(policyMessages.longer, context, values));
  }
  if (isCappedByScript)
    blocks.push(toSentence(policyMessages.script, context, { limit: formatDays(maxScriptCookieDays) }));
  return blocks;
}

/** Describes whom visitors can write to. */
function describeContacts(context: Context): Block[] {
  const { manifest, reader, policyMessages } = context;
  const { contacts } = manifest.site;
  if (!contacts.length) return [];
  const addresses = contacts.map((contact): Block => ({
    kind: 'address',
    lines: listContactLines(contact, manifest, reader),
  }));
  return [toSentence(policyMessages.write, context), ...addresses];
}

/** Describes where the privacy policy is. */
function describePrivacy(context: Context): Block[] {
  const { manifest, reader, policyMessages } = context;
  const { privacyUrl } = manifest.site;
  if (!isLink(privacyUrl)) return [];
  return [
    toSentence(policyMessages.personal, context),
    toParagraph({ ...toText(reader.messages.privacy, context), url: privacyUrl }),
  ];
}
