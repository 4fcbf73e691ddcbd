import { fold, inAll } from './texts.js';

/** A category as a manifest has it. */
export interface ReadCategory {
  /** `essential`, or an id of `categories`; empty where the label has no letter that an id may have. */
  readonly id: string;
  /** Its label, as written; undefined for `essential`. */
  readonly label?: string;
  /** Whether it is a name that the field knows, in any of the languages: `Strictly necessary`, `Statistik`. */
  readonly known: boolean;
}

/** The names that categories go by, without the word for cookies, as expressions; accents may be left out in a policy, and need none here. */
const names: { readonly [id: string]: { readonly [language: string]: string } } = {
  essential: {
    en: '((strictly|absolutely|technically) )?(necessary|essential|required|mandatory|needed)( (functional|functionality|technical))?( for( running| functioning| operation)?( of)? (site|website|store|shop|service|app))?|technical|always (active|on|enabled)|strictly|core',
    de: '((unbedingt|technisch|zwingend|streng|absolut|strikt) )?(notwendige?|notwendiges?|erforderliche?|essenzielle?|essentielle?|benotigte?)|technische|technisch bedingte|pflicht|immer aktiv',
    fr: '((strictement|techniquement|absolument) )?(necessaires?|essentiels?|essentielles?|obligatoires?|requis|indispensables?)( au fonctionnement( du site)?)?|techniques?|toujours actifs?',
    es: '((estrictamente|tecnicamente|absolutamente) )?(necesari[ao]s?|esencial(es)?|obligatori[ao]s?|imprescindibles?|requerid[ao]s?)|tecnic[ao]s?( necesari[ao]s?)?|siempre activ[ao]s?',
    it: '((strettamente|tecnicamente|assolutamente) )?(necessar[io]|essenzial[ie]|obbligator[io]|indispensabil[ie]|richiest[io])|tecnic[io]( necessari)?|sempre attiv[io]',
    nl: '((strikt|technisch|absoluut) )?(noodzakelijke?|essentiele?|vereiste?|verplichte?)|technische|altijd actief',
    pl: '((scisle|bezwzglednie|absolutnie|technicznie) )?(niezbedn[ey]|konieczn[ey]|wymagan[ey]|obowiazkow[ey]|podstawow[ey])|techniczn[ey]|zawsze aktywn[ey]',
    pt: '((estritamente|tecnicamente|absolutamente) )?(necessari[oa]s?|essencia(l|is)|obrigatori[oa]s?|imprescindive(l|is))|tecnic[oa]s?|sempre ativ[oa]s?',
    zh: '(绝对|絕對|严格|嚴格|技术|技術|网站|網站)?(必要|必需|必须|必須|必备|必備|基本|核心)(性|类|類|型)?|始终(启用|开启|活跃)',
  },
  functional: {
    en: 'functional|functionality|function|convenience|comfort',
    de: 'funktionale?s?|funktionelle?s?|funktions|funktion|funktionalitat|komfort',
    fr: 'fonctionnels?|fonctionnelles?|de fonctionnalites?|fonctionnalites?|fonctionnement|de fonctionnement|confort',
    es: 'funcional(es)?|de funcionalidad|funcionalidad|de funcionamiento',
    it: 'funzional[ie]|di funzionalita|funzionalita|di funzionamento',
    nl: 'functionele?|functionaliteit|functioneel',
    pl: 'funkcjonaln[ey]|funkcyjn[ey]|funkcjonalnosc',
    pt: 'funciona(l|is)|de funcionalidade|funcionalidade',
    zh: '功能(性|类|類|型)?',
  },
  preferences: {
    en: 'preferences?|settings|personali[sz]ation|customi[sz]ation|user preferences?',
    de: 'praferenze?n?|einstellungen?|einstellungs|personalisierungs?|praferenz',
    fr: '(de )?preferences?|(de )?personnalisation|parametres',
    es: '(de )?preferencias?|(de )?personalizacion',
    it: '(di )?preferenz[ae]|(di )?personalizzazione|(delle )?preferenze',
    nl: 'voorkeuren|voorkeurs|voorkeur|personalisatie|instellingen',
    pl: 'preferencj[ei]|preferencyjn[ey]|personalizacj[aei]|personalizacyjn[ey]|ustawienia',
    pt: '(de )?preferencias?|(de )?personalizacao',
    zh: '(偏好|首选项|首選項|个性化|個性化|个人化|個人化|设置|設定)(设置|設定|性|类|類)?',
  },
  statistics: {
    en: 'statistics?|statistical|analytics?|analytical|measurement|audience measurement|web analytics|reporting|traffic|insights?',
    de: 'statistik|statistiken|statistische?|analyse|analytische?|analysen|analytik|webanalyse|messung|reichweitenmessung',
    fr: '(de )?statistiques?|analytiques?|(d.)?analyses?|(de )?mesure( d.audience)?|(d.)?audience',
    es: '(de )?estadistic[ao]s?|analitic[ao]s?|(de )?analisis|(de )?medicion',
    it: '(di )?statistic(a|he|i)|analitic[io]|(di )?analisi|(di )?misurazione',
    nl: 'statistieken|statistische?|statistiek|analytische?|analyse|meting',
    pl: 'statystyk[ai]|statystyczn[ey]|analityczn[ey]|analityka|analizy|pomiarow[ey]',
    pt: '(de )?estatistic[ao]s?|analitic[ao]s?|(de )?analise|(de )?medicao',
    zh: '(统计|統計|分析|测量|測量)(性|类|類|型|学)?',
  },
  performance: {
    en: 'performance',
    de: 'performance|leistungs?|leistungsbezogene',
    fr: '(de )?performances?',
    es: '(de )?rendimiento|(de )?desempeno',
    it: '(di )?prestazion[ei]|(di )?performance',
    nl: 'prestatie|prestaties|performance',
    pl: 'wydajnosc|wydajnosci|wydajnosciow[ey]',
    pt: '(de )?desempenho|(de )?performance',
    zh: '(性能|效能|绩效|績效)(性|类|類|型)?',
  },
  marketing: {
    en: 'marketing|advertising|advertisements?|ads?|targeting|targeted advertising|promotional|tracking|retargeting|remarketing|behaviou?ral advertising',
    de: 'marketing|werbung|werbe|werbliche|targeting|tracking|zielgruppen|werbezwecke',
    fr: '(de )?marketing|publicitaires?|(de )?publicites?|(de )?ciblage|ciblees?|promotionnels?|(de )?suivi',
    es: '(de )?marketing|(de )?mercadotecnia|publicitari[ao]s?|(de )?publicidad( comportamental)?|(de )?segmentacion|(de )?orientacion|dirigidas|(de )?seguimiento',
    it: '(di )?marketing|pubblicitar[io]|(di )?pubblicita|(di )?profilazione|(di )?targeting|(di )?tracciamento',
    nl: 'marketing|advertentie|advertenties|reclame|targeting|tracking|doelgroep|gerichte',
    pl: 'marketing|marketingow[ey]|reklamow[ey]|reklamy?|targetujac[ey]|ukierunkowan[ey]|sledzac[ey]',
    pt: '(de )?marketing|publicitari[oa]s?|(de )?publicidade|(de )?segmentacao|direcionad[oa]s|(de )?rastreamento|(de )?anuncios',
    zh: '(营销|營銷|行销|行銷|广告|廣告|推广|推廣|市场营销|定向|目标|目標|追踪|追蹤|跟踪)(性|类|類|型)?',
  },
  social: {
    en: '(social|social media|social networks?|social networking|social sharing)',
    de: '(social media|soziale (medien|netzwerke)|soziale)',
    fr: '(des |de )?(reseaux sociaux|medias sociaux)|sociaux',
    es: '(de )?(las )?(redes sociales|medios sociales)|sociales',
    it: '(dei |di )?(social( media| network)?|reti sociali)',
    nl: 'sociale? media|sociale netwerken',
    pl: '(mediow |media )?spolecznosciow(e|ych|y)|(mediow|media) spolecznosciow(e|ych)',
    pt: '(de |das )?(redes sociais|midias sociais)|sociais',
    zh: '(社交|社群)(媒体|媒體|网络|網絡)?(性|类|類)?',
  },
  unclassified: {
    en: 'unclassified|uncategori[sz]ed|unknown|others?|misc|miscellaneous|pending',
    de: 'nicht (klassifizierte?|kategorisierte?|zugeordnete?)|unklassifizierte?|sonstige|andere|weitere',
    fr: 'non (classes?|classifies?|categorises?|classees?)|autres?',
    es: '(no |sin )(clasificad[ao]s|clasificar|categorizar|categoria)|otr[ao]s',
    it: 'non (classificat[io]|categorizzat[io])|altr[io]',
    nl: '(niet.?geclassificeerde?|niet.?gecategoriseerde?)|overige|andere',
    pl: 'nieklasyfikowan[ey]|niesklasyfikowan[ey]|inne|pozostale',
    pt: '(nao |sem )(classificad[oa]s|categoria|classificacao)|outr[oa]s',
    zh: '未(分类|分類|归类|歸類)|其他',
  },
  optional: {
    en: 'optional|unnecessary|nonessential|inessential|voluntary|((that|which) )?((need|needs|require|requires|requiring|needing|with)|subject to)( your)? consent|consent (required|needed|based)',
    de: 'optionale?|freiwillige?|unnotige?|(zustimmungs|einwilligungs)(pflichtige?|bedurftige?)|(nur )?(mit|nach)( ihrer| deiner)? (einwilligung|zustimmung)',
    fr: 'optionnel(le)?s?|facultati(f|ve)s?|(soumis|soumises|necessitant|requerant|avec)( a)?( votre| un)? consentement',
    es: 'opcional(es)?|voluntari[ao]s?|(sujet[ao]s?|que requieren|con)( a| al)?( su| tu)? consentimiento',
    it: 'opzional[ie]|facoltativ[ie]|(soggett[ie]|previo|che richiedono|con)( a| al| il)?( tuo| suo)? consenso',
    nl: 'optionele?|facultatieve?|vrijwillige?|met( uw| je)? toestemming|toestemming vereist',
    pl: 'opcjonaln[ey]|dobrowoln[ey]|fakultatywn[ey]|wymagajac[ey] (twojej )?zgody|za (twoja )?zgoda',
    pt: 'opciona(l|is)|facultativ[oa]s?|voluntari[oa]s?|(sujeit[oa]s?|que requerem|com)( a| ao)?( o)?( seu)? consentimento',
    zh: '可选|可選|选择性|選擇性|(需要?|须|須)(经|經)?(您的?)?同意的?',
  },
};

/** What is said beside the name itself. */
const beside =
  /(?<![\p{L}\p{M}])(?:http|web|site|browser)?-?(?:cookies?|cookie-uri|kakor|plik(?:i|ow)? cookies?|plik(?:i|ow)?|tecnologias|technologies|technologien|trackers?|kategorie|categor(?:y|ie|ia)|les|los|las|le|i|de|the|our|unsere)(?![\p{L}\p{M}])|的?cookie的?|类别|類別|的$/gu;

const expressions = Object.entries(names).map(
  ([id, languages]) => [id, new RegExp(`^(?:${Object.values(languages).join('|')})$`, 'u')] as const,
);

/** A name alone: folded, without the word for cookies, what stands in parentheses, numbers before it and marks around it. */
const bare = (text: string): string =>
  fold(
    fold(text)
      .replace(/\([^)]*\)|（[^）]*）|\[[^\]]*\]/g, ' ')
      .replace(/^\s*(?:\d+|[a-z])\s*[.):]/, ' ')
      .replace(/cookies?-|-cookies?/g, ' ')
      .replace(beside, ' ')
      .replace(/[^\p{L}\p{M}\p{N}'’ -]+/gu, ' '),
  ).replace(/^[-\s]+|[-\s]+$/g, '');

/** Words that turn a name into what it is not: `nicht notwendig`, `non-essential`, `非必要`. */
const negation =
  /(?<![\p{L}\p{M}])(?:not|non?|nicht|keine|pas|niet|nie|nao|bedac[ey]|niebedac[ey])(?![\p{L}\p{M}])|^[非不]|以外$/gu;

/** The id of a name that the field knows; all that a name says not to be is optional. */
const idOf = (text: string): string | undefined => {
  const name = bare(text).replace(/[-’']/g, ' ').trim();
  const find = (name: string) => expressions.find(([id, expression]) => id === name || expression.test(name))?.[0];
  const found = find(name);
  if (found) return found;
  const denied = name.replace(negation, ' ').replace(/ +/g, ' ').trim();
  return denied !== name && find(denied.replace(/ymi$/, 'e')) ? 'optional' : undefined;
};

/** What parentheses say against a name that is essential without them: `Necessary (marketing)`, `(Non-)essential`. */
const objection = (label: string): string | undefined =>
  [...label.matchAll(/[([（]([^()[\]（）]+)[)\]）]/gu)]
    .map(([, inner]) => (fold(inner!).replace(negation, '').replace(/[-\s]/g, '') ? idOf(inner!) : 'optional'))
    .find((id) => id !== undefined && id !== 'essential' && id !== 'functional');

/** A label as an id: its letters and digits, joined by hyphens, at most 32. Empty where it has no letter of those. */
const slug = (label: string): string =>
  fold(label)
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+/, '')
    .replace(/^(?=\d)/, 'category-')
    .slice(0, 32)
    .replace(/-+$/, '');

/** Reads a category as headings, captions and cells name it. */
export function readCategory(text: string): ReadCategory {
  const label = text.replace(/\s+/g, ' ').trim();
  const whole = inAll('essentialTitle').has(fold(label))
    ? 'essential'
    : (idOf(label) ?? (bare(label) ? undefined : objection(label)));
  // Several names together, of which one says that it needs consent, are not essential.
  const parts = whole
    ? [(whole === 'essential' && objection(label)) || whole]
    : label.split(/ (?:and|und|et|y|e|en|i|oraz|&) |[&/,+、和及与]/u).map(idOf);
  const id = parts.every((part) => part !== undefined)
    ? (parts.find((part) => part !== 'essential') ?? 'essential')
    : undefined;
  if (id === 'essential') return { id, known: true };
  // Tools put behind a known name how many cookies it has.
  return id === undefined
    ? { id: slug(label), label, known: false }
    : { id, label: label.replace(/ ?\(\d+\)$/, ''), known: true };
}
