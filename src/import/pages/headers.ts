import { texts } from '../texts.js';

/** What a column, a label or a term can stand for. `type` holds a storage, a party, or a category: its cells decide. */
export type Field = 'duration' | 'purpose' | 'httpOnly' | 'domain' | 'provider' | 'category' | 'type' | 'path' | 'name';

const list = (words: string): string[] => words.split('|');

/** Words that head columns or label values in policies, by language, in lower case and without what stands in brackets. */
const headers: { readonly [language: string]: { readonly [Name in Field]?: readonly string[] } } = {
  en: {
    name: list(
      'name|names|cookie|cookies|cookie name|cookie names|cookies name|name of cookie|name of the cookie|cookie id|cookie key|key|title|identifier|technology name|tracker|tracker name',
    ),
    purpose: list(
      'purpose|purposes|description|function|functionality|used for|use|usage|what it does|what it is used for|what is it for|why we use it|why|more information|details|purpose of cookie|about|what does it do|reason|explanation',
    ),
    duration: list(
      'duration|expiry|expires|expires after|expiration|expiration time|expiry date|expiration date|retention|retention period|lifespan|life span|lifetime|life|storage period|storage duration|maximum storage duration|max age|maximum age|validity|period|how long|how long it lasts|when it expires|persistence|ttl|time|length',
    ),
    provider: list(
      'source|provider|set by|vendor|company|supplier|service|service provider|owner|publisher|issuer|controller|placed by|issued by|third party provider|provider name|from',
    ),
    domain: list('domain|host|hostname|website|domains|hosts|cookie subgroup|cookie domain'),
    category: list('category|cookie category|categories|group|classification'),
    type: list(
      'type|cookie type|kind|party|type of cookie|first or third party|1st or 3rd party|first party or third party|cookies used|storage|storage type|technology|nature',
    ),
    path: list('path|cookie path'),
    httpOnly: list('http only|httponly'),
  },
  de: {
    name: list('name|cookie name|cookie|cookies|bezeichnung|cookie bezeichnung|name des cookies'),
    purpose: list(
      'zweck|zwecke|beschreibung|funktion|verwendung|verwendungszweck|verarbeitungszweck|einsatzzweck|zweck des cookies|erklärung|erläuterung',
    ),
    duration: list(
      'dauer|speicherdauer|laufzeit|ablauf|ablaufdatum|gültigkeit|gültigkeitsdauer|lebensdauer|speicherfrist|aufbewahrungsdauer|läuft ab|maximale speicherdauer|cookie laufzeit|speicherzeit|speicherzeitraum|aufbewahrungsfrist|frist',
    ),
    provider: list(
      'anbieter|quelle|herkunft|gesetzt von|hersteller|dienst|dienstleister|verantwortlicher|unternehmen|dienstanbieter|empfänger|herausgeber',
    ),
    domain: list('domain|host|hosts|domäne'),
    category: list('kategorie|cookie kategorie|gruppe'),
    type: list('typ|art|cookie typ|cookie art|art des cookies|speicherart|speicherort'),
    path: list('pfad'),
  },
  fr: {
    name: list('nom|cookie|cookies|nom du cookie|nom des cookies|nom du traceur|intitulé|traceur|dénomination'),
    purpose: list(
      'finalité|finalités|description|fonction|but|objet|objectif|utilité|utilisation|usage|rôle|explication',
    ),
    duration: list(
      'durée|durée de conservation|durée de vie|expiration|expire|expire après|conservation|délai de conservation|validité|durée de validité|date d expiration|durée maximale de stockage|durée de stockage|échéance',
    ),
    provider: list(
      'fournisseur|source|émetteur|éditeur|origine|déposé par|prestataire|service|société|tiers|responsable|destinataire',
    ),
    domain: list('domaine|hôte|site'),
    category: list('catégorie|catégories'),
    type: list('type|nature|type de cookie|partie'),
    path: list('chemin'),
  },
  es: {
    name: list('nombre|cookie|cookies|nombre de la cookie|nombre de cookie|denominación|identificador'),
    purpose: list(
      'finalidad|finalidades|propósito|descripción|función|uso|objetivo|para qué sirve|utilidad|para qué se usa',
    ),
    duration: list(
      'duración|caducidad|vencimiento|plazo|plazo de conservación|conservación|vigencia|expira|expiración|caduca|tiempo de vida|período de conservación|periodo de conservación|duración máxima de almacenamiento|permanencia|vida útil',
    ),
    provider: list(
      'proveedor|fuente|origen|titular|establecida por|empresa|servicio|emisor|procedencia|responsable|propietario|gestionada por',
    ),
    domain: list('dominio|host|servidor'),
    category: list('categoría|grupo'),
    type: list('tipo|clase|tipo de cookie|titularidad'),
    path: list('ruta'),
  },
  it: {
    name: list('nome|cookie|cookies|nome del cookie|nome cookie|denominazione'),
    purpose: list('finalità|scopo|descrizione|funzione|utilizzo|uso|a cosa serve|obiettivo'),
    duration: list(
      'durata|scadenza|conservazione|periodo di conservazione|tempo di conservazione|validità|scade|scade dopo|durata massima di archiviazione|persistenza|termine',
    ),
    provider: list('fornitore|fonte|origine|impostato da|titolare|società|servizio|gestore|provenienza|rilasciato da'),
    domain: list('dominio|host'),
    category: list('categoria|gruppo'),
    type: list('tipo|tipologia|tipo di cookie|natura|parte'),
    path: list('percorso'),
  },
  nl: {
    name: list('naam|cookie|cookies|cookienaam|naam van de cookie|naam cookie|cookie naam|benaming'),
    purpose: list(
      'doel|doeleinde|doeleinden|omschrijving|beschrijving|functie|gebruik|gebruikt voor|waarvoor|toelichting|uitleg',
    ),
    duration: list(
      'duur|bewaartermijn|bewaarperiode|looptijd|vervaldatum|vervalt|vervalt na|geldigheid|geldigheidsduur|levensduur|opslagduur|bewaarduur|maximale opslagduur|verloopt|verlooptijd|termijn',
    ),
    provider: list(
      'aanbieder|bron|leverancier|herkomst|geplaatst door|dienst|partij|bedrijf|eigenaar|afkomstig van|plaatser',
    ),
    domain: list('domein|host'),
    category: list('categorie|groep'),
    type: list('soort|type|soort cookie|type cookie'),
    path: list('pad'),
  },
  pl: {
    name: list(
      'nazwa|cookie|cookies|nazwa pliku cookie|nazwa pliku|nazwa cookie|plik cookie|nazwa ciasteczka|ciasteczko',
    ),
    purpose: list('cel|cele|opis|funkcja|zastosowanie|przeznaczenie|do czego służy|cel przetwarzania'),
    duration: list(
      'czas trwania|okres przechowywania|czas przechowywania|wygaśnięcie|wygasa|wygasa po|ważność|okres ważności|termin ważności|czas życia|data wygaśnięcia|maksymalny okres przechowywania|trwałość|okres|żywotność',
    ),
    provider: list(
      'dostawca|źródło|ustawione przez|podmiot|usługa|właściciel|pochodzenie|wydawca|usługodawca|administrator',
    ),
    domain: list('domena|host'),
    category: list('kategoria|grupa'),
    type: list('typ|rodzaj|typ pliku cookie|rodzaj pliku cookie'),
    path: list('ścieżka'),
  },
  pt: {
    name: list('nome|cookie|cookies|nome do cookie|nome de cookie|designação|identificador'),
    purpose: list('finalidade|finalidades|propósito|descrição|função|objetivo|objectivo|uso|utilização|para que serve'),
    duration: list(
      'duração|validade|expiração|expira|expira após|prazo|prazo de conservação|período de conservação|retenção|conservação|vencimento|tempo de vida|duração máxima de armazenamento|período de retenção|caducidade|vigência',
    ),
    provider: list(
      'fornecedor|fonte|origem|provedor|definido por|titular|empresa|serviço|proveniência|responsável|entidade|prestador',
    ),
    domain: list('domínio|host|anfitrião'),
    category: list('categoria|grupo'),
    type: list('tipo|tipo de cookie|natureza'),
    path: list('caminho'),
  },
  zh: {
    name: list('名称|cookie 名称|cookie名称|名字|cookie|cookies|标识'),
    purpose: list('用途|目的|描述|说明|功能|作用|使用目的|使用用途'),
    duration: list(
      '期限|有效期|保存期限|存储期限|过期时间|到期时间|持续时间|时长|有效时间|保留期限|保存时间|存储时间|到期|过期|生命周期|期间',
    ),
    provider: list('来源|提供商|提供方|提供者|供应商|设置者|服务商|设置方|发布者|服务提供商'),
    domain: list('域|域名|主机'),
    category: list('类别|分类'),
    type: list('类型|种类|cookie类型'),
    path: list('路径'),
  },
  'zh-hant': {
    name: list('名稱|cookie 名稱|cookie名稱|名字|cookie|cookies|識別碼'),
    purpose: list('用途|目的|描述|說明|功能|作用|使用目的'),
    duration: list(
      '期限|有效期|有效期間|保存期限|儲存期限|到期時間|過期時間|持續時間|時長|有效時間|保留期限|保存時間|儲存時間|到期|期間',
    ),
    provider: list('來源|提供商|提供者|提供方|供應商|設定者|服務商|服務供應商|發行者'),
    domain: list('網域|域名|主機'),
    category: list('類別|分類'),
    type: list('類型|種類|cookie類型'),
    path: list('路徑'),
  },
};

/** All header words: what each stands for, and the languages that have it. */
export const headerWords = new Map<string, { field: Field; languages: string[] }>();
const addWord = (word: string, field: Field, language: string): void => {
  const key = tokens(word);
  const known = headerWords.get(key);
  if (!known) headerWords.set(key, { field, languages: [language] });
  else if (!known.languages.includes(language)) known.languages.push(language);
};

/** A text as header words are compared: lower case, what stands in brackets left out, words parted by one space. */
export const tokens = (text: string): string => {
  const lower = text.normalize('NFC').toLowerCase();
  const outside = lower.replace(/\([^()]*\)|（[^（）]*）/g, ' ');
  return (/\p{L}/u.test(outside) ? outside : lower).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
};

for (const [language, fields] of Object.entries(headers))
  for (const field of Object.keys(fields) as Field[]) for (const word of fields[field]!) addWord(word, field, language);
for (const [language, words] of texts)
  for (const field of ['name', 'purpose', 'duration', 'provider'] as const) addWord(words[field], field, language);

/** Words for where something is kept, as consent tools and the policy page write them. The first that a text holds counts. */
export const storageWords = [
  ['sessionStorage', list('session storage|sessionstorage|html session storage')],
  [
    'localStorage',
    list(
      'local storage|localstorage|html local storage|web storage|lokaler speicher|stockage local|almacenamiento local|archiviazione locale|lokale opslag|pamięć lokalna|armazenamento local|本地存储|本機儲存',
    ),
  ],
  ['indexedDB', list('indexeddb|idb|indexed db|indexdb')],
  ['cacheStorage', list('cache storage|cachestorage')],
  ['beacon', list('pixel|pixel tracker|beacon|web beacon|tracking pixel|pixel tag|zählpixel|tracking pixels|像素')],
  ['cookie', list('http cookie|http|cookie|http cookies|browser cookie|http cookie html|http cookies html')],
] as const;

/** Words for who stores something. */
export const partyWords = [
  [
    'first',
    list(
      'first party|1st party|first|own|first party cookie|first party cookies|erstanbieter|eigene|eigenes cookie|première partie|premier|interne|propia|propias|prima parte|proprietario|prime parti|eerste partij|first party cookies|własne|własny|pierwszej strony|própria|próprio|primeira parte|第一方',
    ),
  ],
  [
    'third',
    list(
      'third party|3rd party|third|third parties|third party cookie|third party cookies|drittanbieter|dritter|drittes cookie|tierce partie|tiers|tierce|de terceros|terceros|tercero|terze parti|terza parte|derde partij|derden|stron trzecich|strona trzecia|zewnętrzne|terceiros|de terceiros|terceira parte|第三方',
    ),
  ],
] as const;

/** What stands in a cell that says nothing. */
export const emptyWords = new Set([
  ...list(
    'n a|na|none|nil|keine|k a|entfällt|aucun|aucune|ninguno|ninguna|nessuno|nessuna|geen|brak|nenhum|nenhuma|无|無|tbd|unknown|not specified|not applicable|unclassified purpose',
  ),
  ...[...texts.values()].map(({ unstated }) => tokens(unstated)),
]);
