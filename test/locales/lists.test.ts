/** Lists of reasons, joined by the patterns of the locale files, against what `Intl.ListFormat` makes of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listReasons } from '../../src/cookie-list/reasons.js';
import { joinList, type ListPatterns } from '../../src/locales/join-list.js';
import { languages } from '../../src/locales/languages.js';
import { addMessages, getMessages, overrideMessages } from '../../src/locales/load.js';
import { exemptions } from '../../src/manifest/fields.js';
import { parseManifest } from '../../src/manifest/parse.js';
import { expected } from './languages.js';

for (const [tag, load] of Object.entries(languages)) if (load) addMessages(tag, (await load()).default);

/** The reasons that a language has words for: the exemptions, and the basic functions. */
const kinds = [...exemptions, 'basics'] as const;

/** A manifest whose cookies have these reasons. */
const withReasons = (reasons: readonly string[]) =>
  parseManifest({
    cookies: reasons.map((reason) => ({
      name: reason,
      purpose: 'p',
      duration: 'session',
      ...(reason !== 'basics' && { exemption: reason }),
    })),
  });

/** Every choice among the reasons but none at all, forwards and backwards. */
const choices = Array.from({ length: 2 ** kinds.length - 1 }, (_, bits) =>
  kinds.filter((_kind, index) => ((bits + 1) >> index) & 1),
).flatMap((choice) => [choice, [...choice].reverse()]);

/** The regions of which CLDR says that English has no comma there before the last "and", and some where it has one. */
const english = [
  ...[
    '001',
    '150',
    'AE',
    'AG',
    'AI',
    'AT',
    'AU',
    'BB',
    'BE',
    'BM',
    'BS',
    'BW',
    'BZ',
    'CA',
    'CC',
    'CH',
    'CK',
    'CM',
    'CX',
  ],
  ...['CY', 'DE', 'DK', 'DM', 'ER', 'FI', 'FJ', 'FK', 'FM', 'GB', 'GD', 'GG', 'GH', 'GI', 'GM', 'GY', 'HK', 'IE', 'IL'],
  ...['IM', 'IN', 'IO', 'JE', 'JM', 'KE', 'KI', 'KN', 'KY', 'LC', 'LR', 'LS', 'MG', 'MO', 'MS', 'MT', 'MU', 'MV', 'MW'],
  ...['MY', 'NA', 'NF', 'NG', 'NL', 'NR', 'NU', 'NZ', 'PG', 'PK', 'PN', 'PW', 'RW', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH'],
  ...['SI', 'SL', 'SS', 'SX', 'SZ', 'TC', 'TK', 'TO', 'TT', 'TV', 'TZ', 'UG', 'VC', 'VG', 'VU', 'WS', 'ZA', 'ZM', 'ZW'],
  ...['AE', 'AS', 'BI', 'GU', 'MH', 'MP', 'PH', 'PR', 'UM', 'US', 'VI'],
].map((region) => `en-${region}`);

const others = [
  ...['ar-EG', 'ar-MA', 'ar-SA', 'de-AT', 'de-CH', 'es-419', 'es-AR', 'es-MX', 'es-US', 'fr-BE', 'fr-CA', 'fr-CH'],
  ...['hr-BA', 'it-CH', 'nb', 'nb-NO', 'nl-BE', 'nn', 'pt-AO', 'pt-BR', 'pt-PT', 'ro-MD', 'ru-UA', 'sv-FI', 'tr-CY'],
  ...['zh-CN', 'zh-Hans', 'zh-Hans-HK', 'zh-Hant', 'zh-Hant-HK', 'zh-Hant-MO', 'zh-Hant-TW', 'zh-HK', 'zh-MO', 'zh-SG'],
  'zh-TW',
];

for (const tag of [...Object.keys(expected), ...english, ...others])
  test(`reasons are joined in ${tag} as CLDR joins them`, () => {
    const { language, messages } = getMessages(tag);
    const format = new Intl.ListFormat(tag);
    assert.equal(language, tag);
    for (const choice of choices) {
      const texts = choice.map((kind) => messages[kind]);
      assert.ok(messages.list);
      assert.equal(joinList(texts, messages.list, tag), format.format(texts));
    }
  });

test('a manifest’s reasons come in the order of its cookies, the basic functions last', () => {
  const { messages } = getMessages('en');
  const say = (...reasons: string[]) => listReasons(withReasons(reasons), messages, 'en');
  assert.equal(say(), 'basic functions');
  assert.equal(say('security'), 'security');
  assert.equal(say('basics', 'security', 'security'), 'security and basic functions');
  assert.equal(say('security', 'basics', 'authentication'), 'security, sign-in, and basic functions');
});

test('a list may be empty, and each pattern has its place', () => {
  const patterns: ListPatterns = { pair: ' + ', middle: ' | ', end: ' & ' };
  const join = (...items: string[]) => joinList(items, patterns, 'en');
  assert.deepEqual(
    [join(), join('a'), join('a', 'b'), join('a', 'b', 'c'), join('a', 'b', 'c', 'd')],
    ['', 'a', 'a + b', 'a | b & c', 'a | b | c & d'],
  );
});

test('a language that the site brings is joined as CLDR joins it, or as the site says', () => {
  overrideMessages('fa', { security: 'امنیت', authentication: 'ورود' });
  const manifest = withReasons(['security', 'authentication']);
  const say = () => listReasons(manifest, getMessages('fa').messages, 'fa');
  assert.equal(say(), new Intl.ListFormat('fa').format(['امنیت', 'ورود']));
  overrideMessages('fa', { list: { pair: ' + ' } });
  assert.equal(say(), 'امنیت + ورود');
});
