/** Makes JSON that may stand where a manifest is expected. */
import fc from 'fast-check';

/** A manifest that uses every field, into which other values are put. */
export const full = {
  $schema: './manifest.schema.json',
  revision: '2026-11-01',
  language: 'en',
  site: {
    name: { en: 'Example', de: 'Beispiel' },
    policyUrl: '/policy',
    privacyUrl: 'https://example.com/privacy',
    contacts: [{ label: 'All', name: 'Example', address: ['Street 1'], email: 'a@example.com', url: '/contact' }],
  },
  defaults: { provider: { name: 'Example', url: '/about' }, party: 'first', httpOnly: true, path: '/' },
  categories: { statistics: { label: 'Statistics', description: { en: 'Counts.' } } },
  cookies: [
    { name: 'sid', purpose: 'Keeps you signed in.', duration: 'session', exemption: 'authentication' },
    { name: '_ga_*', purpose: { en: 'Counts.' }, duration: '2 years', category: 'statistics', party: 'third' },
    { name: 'cart', purpose: 'Cart.', duration: 'P7D', storage: 'localStorage', domain: '*.example.com' },
  ],
  waivers: [{ rule: 'undeclared', name: 'x_*', reason: 'Known.' }],
};

/** Keys that mean something somewhere, and some that mean something to JavaScript. */
const key = fc.constantFrom(
  ...['name', 'purpose', 'duration', 'provider', 'url', 'category', 'party', 'storage', 'domain', 'path', 'httpOnly'],
  ...['exemption', 'label', 'description', 'contacts', 'address', 'email', 'site', 'defaults', 'categories', 'cookies'],
  ...['waivers', 'revision', 'language', 'problems', 'own', 'providerUrl', 'durationText', 'purposeLanguage', 'kind'],
  ...['__proto__', 'constructor', 'toString', 'length', 'en', 'de', 'statistics', 'essential', ''],
);
const text = fc.oneof(
  fc.string(),
  fc.constantFrom('*', '**', ' ', 'a', 'session', '2 years', 'persistent', 'http://[', 'javascript:alert(1)', '\ud800'),
  key,
);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(text, fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true })),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 4 })
      .map(
        (entries) =>
          JSON.parse(
            `{${entries.map(([name, held]) => `${JSON.stringify(name)}:${JSON.stringify(held) ?? null}`).join()}}`,
          ) as unknown,
      ),
  ),
})).value;

type Container = Record<string, unknown>;

/** Lists every place of a value, as the object or array that holds it and the key in that. */
const listPlaces = (value: unknown): [Container, string][] =>
  Object(value) === value
    ? Object.keys(value as Container).flatMap((name) => [
        [value as Container, name] as [Container, string],
        ...listPlaces((value as Container)[name]),
      ])
    : [];

/** An assignment to `__proto__` would set the prototype. */
const writable = { enumerable: true, configurable: true, writable: true };

type Edit = {
  readonly at: number;
  readonly kind: 'replace' | 'remove' | 'add';
  readonly key: string;
  readonly value: unknown;
};

/** Makes a copy of the full manifest in which some places hold something else. */
function edit(edits: readonly Edit[]): unknown {
  const copy = structuredClone(full) as unknown;
  for (const { at, kind, key: name, value } of edits) {
    const places = listPlaces(copy);
    if (!places.length) continue;
    const [holder, place] = places[at % places.length]!;
    const held = holder[place];
    if (kind === 'replace') holder[place] = value;
    else if (kind === 'remove') Reflect.deleteProperty(holder, place);
    else if (Array.isArray(held)) held.push(value);
    else if (Object(held) === held) Object.defineProperty(held, name, { ...writable, value });
  }
  return JSON.parse(JSON.stringify(copy));
}

const edited = fc
  .array(fc.record({ at: fc.nat(200), kind: fc.constantFrom('replace', 'remove', 'add'), key, value: json }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((edits) => edit(edits as Edit[]));
const wild = fc
  .tuple(json, fc.array(json, { maxLength: 3 }))
  .map(([around, cookies]) => ({ ...(around as object), cookies }));
/** Manifests in which something is wrong, and other JSON. */
export const anyManifest = fc.oneof(
  { weight: 4, arbitrary: edited },
  { weight: 2, arbitrary: wild },
  { weight: 1, arbitrary: json },
);
