/** What the tests know of each language by themselves: nothing here is taken from the texts. */

interface Language {
  /** The Unicode scripts that its words are written in. */
  readonly scripts: readonly string[];
  /** Words for accepting, agreeing, allowing and refusing, by their stems. */
  readonly accepting: RegExp;
  /** Keys whose text is the same word in English. */
  readonly same?: readonly string[];
}

const Latin = ['Latin'];

/** The 24 official languages of the European Union, and 14 more. */
export const expected: { readonly [tag: string]: Language } = {
  bg: { scripts: ['Cyrillic'], accepting: /прием|съглас|позвол|разреш|откаж/i, same: ['ok'] },
  cs: { scripts: Latin, accepting: /přij[mí]|souhlas|povol|odmít/i, same: ['ok'] },
  da: { scripts: Latin, accepting: /accept|godkend|samtyk|tillad|afvis/i, same: ['ok', 'session'] },
  de: {
    scripts: Latin,
    accepting: /akzept|annehm|zustimm|einverstanden|erlaub|ablehn|nur notwendige$/i,
    same: ['ok', 'name', 'beacon'],
  },
  el: { scripts: ['Greek'], accepting: /αποδ[εέ]χ|αποδοχ|συμφων|επιτρ|απορρίπ/i, same: ['ok'] },
  en: { scripts: Latin, accepting: /accept|agree|allow|only essential|reject/i },
  es: { scripts: Latin, accepting: /acept|consien|permit|de acuerdo|rechaz/i, same: ['no'] },
  et: { scripts: Latin, accepting: /nõus|aktsepteeri|luba|keeldu/i, same: ['ok'] },
  fi: { scripts: Latin, accepting: /hyväksy|suostu|salli|hylkää/i, same: ['ok'] },
  fr: { scripts: Latin, accepting: /accept|consent|autoris|d’accord|refus/i, same: ['ok', 'session', 'contact'] },
  ga: { scripts: Latin, accepting: /glac|ceada|aontaigh|aontú|diúlt/i, same: ['ok'] },
  hr: { scripts: Latin, accepting: /prihva|slaž|pristan|dopust|dozvol|odbij/i },
  hu: { scripts: Latin, accepting: /elfogad|egyetért|hozzájárul|engedély|elutas/i, same: ['ok'] },
  it: { scripts: Latin, accepting: /accett|consent|acconsent|d’accordo|permett|rifiut/i, same: ['ok', 'no'] },
  lt: { scripts: Latin, accepting: /sutink|priim|leisti|atmes/i },
  lv: { scripts: Latin, accepting: /piekrīt|piekriš|pieņem|atļau|noraid/i },
  mt: { scripts: Latin, accepting: /aċċetta|naqbel|jaqbel|ippermetti|irrifjut/i, same: ['ok'] },
  nl: { scripts: Latin, accepting: /accept|akkoord|toestem|toesta|instem|weiger/i, same: ['ok', 'contact'] },
  pl: { scripts: Latin, accepting: /akcept|zgadz|zgod[aęy]|zezw|odrzu/i, same: ['ok'] },
  pt: { scripts: Latin, accepting: /aceit|concord|consent|permit|rejeit|recus/i, same: ['ok'] },
  ro: { scripts: Latin, accepting: /accept|de acord|consim|permit|refuz|resping/i, same: ['ok', 'contact'] },
  sk: { scripts: Latin, accepting: /prij[ií]m|súhlas|povol|odmiet/i, same: ['ok'] },
  sl: { scripts: Latin, accepting: /sprejm|strinja|soglas|dovol|zavrn/i },
  sv: { scripts: Latin, accepting: /accept|godkänn|samtyck|tillåt|godta|avvisa/i, same: ['ok', 'session'] },
  ar: { scripts: ['Arabic'], accepting: /قبول|أقبل|اقبل|أوافق|موافق|السماح|رفض/ },
  he: { scripts: ['Hebrew'], accepting: /מאשר|לאשר|הסכמ|מסכימ|לקבל|דחי/ },
  hi: { scripts: ['Devanagari'], accepting: /स्वीकार|सहमत|अनुमति|अस्वीकार/ },
  id: { scripts: Latin, accepting: /terima|setuju|izin|tolak/i },
  ja: { scripts: ['Han', 'Hiragana', 'Katakana'], accepting: /同意|承諾|許可|受け入れ|拒否/, same: ['ok'] },
  ko: { scripts: ['Hangul'], accepting: /동의|수락|허용|승인|거부/ },
  no: { scripts: Latin, accepting: /godta|aksepter|samtykk|tillat|godkjenn|avvis/i, same: ['ok', 'neededFor'] },
  ru: { scripts: ['Cyrillic'], accepting: /принят|принима|соглас|разреш|отклон/i },
  th: { scripts: ['Thai'], accepting: /ยอมรับ|ยินยอม|ตกลง|อนุญาต|ปฏิเสธ/ },
  tr: { scripts: Latin, accepting: /kabul|onayla|izin ver|rıza|reddet/i },
  uk: { scripts: ['Cyrillic'], accepting: /прийня|прийма|згод|погодж|дозвол|відхил/i },
  vi: { scripts: Latin, accepting: /chấp nhận|đồng ý|cho phép|từ chối/i },
  zh: { scripts: ['Han'], accepting: /同意|接受|允许|许可|拒绝/ },
  'zh-hant': { scripts: ['Han'], accepting: /同意|接受|允許|許可|拒絕/ },
};

/** Characters that only one of the two ways of writing Chinese has, in pairs. */
export const chinese = {
  simplified: '这网设备户没为数类时间显关闭联隐据',
  traditional: '這網設備戶沒為數類時間顯關閉聯隱據',
};
