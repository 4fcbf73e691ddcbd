/**
 * What durations are made of, in the languages that most policies are in: words and phrases, divided by `|`, with `(…|…)` and `?` as in
 * regular expressions. Accents may be left out in a policy, and need none here.
 */
export interface DurationWords {
  readonly second: string;
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
  readonly week: string;
  readonly month: string;
  readonly year: string;
  /** What ends with the browser's session. */
  readonly session: string;
  /** What has no end. */
  readonly persistent: string;
  /** Numbers in words. */
  readonly numbers: { readonly [words: string]: number };
  /** What stands between the least and the most: the most is taken. */
  readonly or: string;
  /** What adds a smaller unit. */
  readonly and: string;
  /** What leaves the number open, and makes it doubtful. */
  readonly about: string;
  /** Amounts that are none. */
  readonly vague: string;
  /** What says nothing about how long. */
  readonly filler: string;
}

export const durationWords: { readonly [language: string]: DurationWords } = {
  en: {
    second: 's|sec|secs|seconds?',
    minute: 'min|mins|minutes?',
    hour: 'h|hr|hrs|hours?',
    day: 'd|days?',
    week: 'w|wk|wks|weeks?',
    month: 'mo|mos|mth|mths|mon|mons|months?',
    year: 'y|yr|yrs|years?',
    session:
      '((browser|browsing|user) )?sessions?( cookies?)?|(you|user|users|visitor|visitors)? ?(close|closes|closing|closed|leave|leaves|leaving|exit|exits|exiting|quit|quits) (your |the |its |their |of |of the |of your )?(web ?)?(browser|site|website|page|tab|window)( window)?|(browser|tab|window) (is )?(closed|closes|closing|closure)',
    persistent:
      'persistent|permanent|permanently|never( expires?| deleted)?|(does not|doesn.?t|do not|don.?t) expire|no (expiry|expiration|end|expire)( date)?|indefinite|indefinitely|forever|unlimited|infinite|eternal',
    numbers: {
      'a|an|one': 1,
      two: 2,
      three: 3,
      four: 4,
      five: 5,
      six: 6,
      seven: 7,
      eight: 8,
      nine: 9,
      ten: 10,
      twelve: 12,
      thirteen: 13,
      fourteen: 14,
      eighteen: 18,
      'twenty.?four': 24,
      thirty: 30,
      sixty: 60,
      ninety: 90,
      'half an?|an? half': 0.5,
    },
    or: 'to|or|until|till|and up to',
    and: 'and|plus',
    about:
      'about|approx|approximately|around|circa|ca|roughly|nearly|almost|less than|under|more than|over|at least|min(imum)? of|usually|typically|normally',
    vague: 'few|several|some|many|varies|variable|various|various',
    filler:
      'expires?|expiry|expired|expiration|duration|lifespan|lifetime|retention|stored?|kept|deleted|removed|lasts?|valid|ends?|after|for|at|of|the|when|once|your|you|is|it|this|cookie|cookies|until|on|in|by|up to|max|maximum|at most|from|between|within|period|time|date|calendar|rolling|http',
  },
  de: {
    second: 's|sek|sekunden?',
    minute: 'min|minuten?',
    hour: 'h|std|stunden?',
    day: 't|d|tage?|tagen',
    week: 'w|wo|wochen?',
    month: 'mon|mt|monate?|monaten|monats',
    year: 'j|jahre?|jahren|jahres',
    session:
      '((browser|nutzer|benutzer).?)?(session|sitzung)(s.?(ende|dauer|cookie|cookies))?|sessionende|(ende|beenden|ablauf) der ((browser|nutzer).?)?(session|sitzung)|(schliessen|beenden|verlassen) (des|ihres|der|vom|von) (web.?)?(browsers?|browserfensters|fensters|website|webseite|seite)|(den |ihren )?browser (schliessen|beenden|geschlossen( wird)?|beendet( wird)?)|browserende|browserschluss',
    persistent:
      'persistent|permanent|dauerhaft|unbegrenzt|unbefristet|nie|niemals|lauft nie ab|kein ablauf(datum)?|ohne (ablauf|ablaufdatum|enddatum)|ewig|unendlich|zeitlich unbegrenzt|fur immer',
    numbers: {
      'ein|eine|einem|einen|einer|eines': 1,
      'zwei|zwo': 2,
      drei: 3,
      vier: 4,
      funf: 5,
      sechs: 6,
      sieben: 7,
      acht: 8,
      neun: 9,
      zehn: 10,
      zwolf: 12,
      dreizehn: 13,
      vierzehn: 14,
      vierundzwanzig: 24,
      dreissig: 30,
      '(ein )?halbes|(eine )?halbe': 0.5,
      'anderthalb|eineinhalb': 1.5,
    },
    or: 'bis|bis zu|oder|bzw',
    and: 'und|plus',
    about: 'ca|circa|etwa|rund|ungefahr|zirka|knapp|weniger als|unter|mehr als|uber|mindestens|in der regel|meist',
    vague: 'wenige|einige|mehrere|variabel|unterschiedlich|verschieden',
    filler:
      'nach|fur|am|bei|beim|zum|zur|mit|dem|der|des|die|das|ende|ab|lauft|gespeichert|geloscht|wird|werden|speicherdauer|laufzeit|ablauf|gultig|gultigkeit|lebensdauer|dauer|max|maximal|hochstens|bis zum|bis zur|lang|von|zwischen|cookie|cookies|ihrer|ihres|seit|http|p.?a',
  },
  fr: {
    second: 's|sec|secondes?',
    minute: 'min|mn|minutes?',
    hour: 'h|heures?',
    day: 'j|jours?|journees?',
    week: 'sem|semaines?',
    month: 'm|mois',
    year: 'an|ans|annees?',
    session:
      '(cookies? de )?sessions?( (du |de |de la )?(navigateur|navigation|utilisateur))?|(fermeture|fermez|fermer|ferme|quittez|sortie) (du|de|votre|le|son|de votre|de la|de son|la) (navigateur|site|page|fenetre)( web)?|temps de la (visite|navigation)',
    persistent:
      'persistants?|persistent|permanents?|permanente|illimitee?|indefinie?|indefiniment|sans (expiration|limite|fin|date de fin)|jamais|n.?expire jamais|pas d.?expiration|infinie?|toujours',
    numbers: {
      'un|une': 1,
      deux: 2,
      trois: 3,
      quatre: 4,
      cinq: 5,
      six: 6,
      sept: 7,
      huit: 8,
      neuf: 9,
      dix: 10,
      douze: 12,
      treize: 13,
      quatorze: 14,
      'vingt.quatre': 24,
      trente: 30,
      '(un |une )?demie?': 0.5,
    },
    or: 'a|ou|jusqu.?a',
    and: 'et|plus',
    about: 'environ|env|approximativement|moins (de|d.)|plus (de|d.)|au moins|presque|pres de|quelque',
    vague: 'quelques|plusieurs|variable|variables',
    filler:
      'apres|pendant|pour|au|la|le|les|de|du|des|d|l|fin|jusqu.?a|maximum|max|au plus|duree|conservation|expire|expiration|vie|cookies?|lors|quand|lorsque|vous|votre|entre|a compter|a partir|http|glissants?|calendaires?|est|sont|conserves?|supprimes?',
  },
  es: {
    second: 's|seg|segs|segundos?',
    minute: 'min|mins|minutos?',
    hour: 'h|hr|hrs|horas?',
    day: 'd|dias?',
    week: 'sem|semanas?',
    month: 'm|mes|meses',
    year: 'a|anos?',
    session:
      '((cookies? )?de )?(la )?sesion(es)?( (del|de) (navegador|usuario|navegacion))?|session|(cerrar|cierre|cierra|cierre de|salir|cierres|abandonar|finalizar) (el|su|del|de|tu|de su|la|la sesion del) (navegador|pagina|sitio|web|ventana)( web)?',
    persistent:
      'persistentes?|permanentes?|indefinid[oa]s?|indefinidamente|nunca( caduca| expira)?|no (caduca|expira)|sin (caducidad|vencimiento|expiracion|fecha de fin|limite)|ilimitad[oa]|para siempre|siempre|infinito',
    numbers: {
      'un|uno|una': 1,
      dos: 2,
      tres: 3,
      cuatro: 4,
      cinco: 5,
      seis: 6,
      siete: 7,
      ocho: 8,
      nueve: 9,
      diez: 10,
      doce: 12,
      trece: 13,
      catorce: 14,
      veinticuatro: 24,
      treinta: 30,
      'medi[oa]': 0.5,
    },
    or: 'a|o|hasta|u',
    and: 'y|mas',
    about: 'aproximadamente|aprox|unos|unas|alrededor de|cerca de|casi|menos de|mas de|al menos|por lo menos',
    vague: 'pocos|pocas|varios|varias|algunos|algunas|variable',
    filler:
      'tras|despues|durante|al|el|la|los|las|de|del|en|fin|final|finalizar|termina|terminar|hasta|hasta que|maximo|max|como|duracion|caducidad|caduca|expira|vencimiento|cookies?|desde|entre|por|cuando|su|se|usted|usuario|conserva|conservan|elimina|http',
  },
  it: {
    second: 's|sec|second[oi]',
    minute: 'min|minut[oi]',
    hour: 'h|or[ae]',
    day: 'g|gg|giorn[oi]',
    week: 'sett|settiman[ae]',
    month: 'm|mes[ei]',
    year: 'a|ann[oi]',
    session:
      '((cookies? )?di )?session[ei]( (del|di) (browser|navigazione|utente))?|session|(chiusura|chiudere|chiude|chiuso|chiudi|uscita|si chiude) (del|il|della|la|dal|suo|il suo|del suo) (browser|finestra|pagina|sito)',
    persistent:
      'persistent[ei]|permanent[ei]|indefinit[oa]|illimitat[oa]|mai|non scade( mai)?|senza (scadenza|fine|limite)|nessuna scadenza|per sempre|infinit[oa]',
    numbers: {
      'un.?|uno|una': 1,
      due: 2,
      tre: 3,
      quattro: 4,
      cinque: 5,
      sei: 6,
      sette: 7,
      otto: 8,
      nove: 9,
      dieci: 10,
      dodici: 12,
      tredici: 13,
      quattordici: 14,
      ventiquattro: 24,
      trenta: 30,
      'mezz[oa]|mezz.': 0.5,
    },
    or: 'a|o|oppure|fino a|ad|od',
    and: 'e|ed|piu',
    about: 'circa|approssimativamente|quasi|meno di|piu di|almeno|oltre',
    vague: 'pochi|poche|alcuni|alcune|qualche|diversi|variabile',
    filler:
      'dopo|per|al|alla|il|la|di|del|della|dal|dalla|da|fine|termine|termina|fino|fino alla|massimo|max|durata|scadenza|scade|conservazione|cookies?|quando|tra|fra|entro|un|in|viene|eliminato|dell.utente|http|solari',
  },
  nl: {
    second: 's|sec|seconden?',
    minute: 'min|minuut|minuten',
    hour: 'h|u|uur|uren',
    day: 'd|dag|dagen',
    week: 'w|wk|weken|week',
    month: 'mnd|maand|maanden',
    year: 'j|jr|jaar|jaren',
    session:
      '((browser|gebruikers).?)?(sessie|session)s?(.?(cookies?|einde|duur))?|(sluiten|afsluiten|sluit|afsluit|verlaten) (van )?(de|uw|je|het) (web)?(browser|browservenster|website|site|venster)|(de |uw |je )?(web)?browser (wordt )?(gesloten|sluit|sluiten|afsluit|afgesloten)( wordt)?',
    persistent:
      'persistent|permanent|permanente|blijvend|onbeperkt|onbepaald|nooit|verloopt (niet|nooit)|geen (einddatum|vervaldatum)|altijd|oneindig|voor altijd',
    numbers: {
      'een|1': 1,
      twee: 2,
      drie: 3,
      vier: 4,
      vijf: 5,
      zes: 6,
      zeven: 7,
      acht: 8,
      negen: 9,
      tien: 10,
      twaalf: 12,
      dertien: 13,
      veertien: 14,
      vierentwintig: 24,
      dertig: 30,
      '(een )?half|(een )?halve': 0.5,
      anderhalf: 1.5,
    },
    or: 'tot|of|t/m|tot en met',
    and: 'en|plus',
    about: 'ongeveer|circa|ca|plusminus|bijna|minder dan|meer dan|minstens|minimaal|rond|ruim',
    vague: 'enkele|paar|enige|meerdere|wisselend|variabel|verschillend',
    filler:
      'na|voor|bij|het|de|van|einde|eindigt|gedurende|tijdens|bewaard|verwijderd|wordt|maximaal|max|hoogstens|duur|bewaartermijn|looptijd|vervalt|verloopt|geldig|cookies?|tussen|vanaf|totdat|wanneer|als|u|uw|je|http|tot',
  },
  pl: {
    second: 's|sek|sekund[aey]?',
    minute: 'min|minut[aey]?',
    hour: 'h|godz|godzin[aey]?',
    day: 'd|dni|dzien|dnia|doba|doby|dob',
    week: 'tydz|tydzien|tygodnie|tygodni|tygodnia',
    month: 'mies|mc|msc|miesiac|miesiace|miesiecy|miesiaca',
    year: 'r|rok|roku|lat|lata',
    session:
      '(plik |pliki )?(sesj[aiey]|sesje|sesyjn[yea]|sesyjne)( (przegladarki|uzytkownika|przegladania))?|session|(zamkniecia|zamknieciu|zamkniecie|zamkniesz|wyjscia|opuszczenia) (okna )?(przegladarki|strony|witryny|przegladarke)|przegladarka zostanie zamknieta',
    persistent:
      'trwal[yea]|staly|stale|na stale|bezterminow[oy]|bezterminowe|nigdy( nie wygasa)?|nie wygasa|bez (ograniczen|terminu|daty koncowej)|nieograniczon[yae]|nieokreslony|zawsze|permanent|persistent|permanentne',
    numbers: {
      'jeden|jedna|jednego': 1,
      'dwa|dwie|dwoch': 2,
      trzy: 3,
      cztery: 4,
      piec: 5,
      szesc: 6,
      siedem: 7,
      osiem: 8,
      dziewiec: 9,
      dziesiec: 10,
      dwanascie: 12,
      trzynascie: 13,
      czternascie: 14,
      'dwadziescia cztery': 24,
      trzydziesci: 30,
      'pol|polowa': 0.5,
      poltora: 1.5,
    },
    or: 'do|lub|albo',
    and: 'i|oraz|plus',
    about: 'okolo|ok|prawie|mniej niz|ponad|wiecej niz|co najmniej|blisko',
    vague: 'kilka|kilku|pare|zmienny|rozny|rozne',
    filler:
      'po|przez|na|od|w|do|koniec|konca|koncu|zakonczenia|czas|czasu|trwania|maksymalnie|maks|max|najwyzej|wygasa|waznosc|wazny|okres|przechowywania|przechowywany|usuwany|cookies?|pliku|momentu|miedzy|http|dnia wizyty',
  },
  pt: {
    second: 's|seg|segundos?',
    minute: 'min|mins|minutos?',
    hour: 'h|hr|hrs|horas?',
    day: 'd|dias?',
    week: 'sem|semanas?',
    month: 'm|mes|meses',
    year: 'a|anos?',
    session:
      '((cookies? )?de |da )?sessao|sessoes|session|sessao (do|de) (navegador|browser|usuario|utilizador|navegacao)|(fechar|fecha|fecho|fechamento|encerrar|encerramento|sair|feche|fechado) (o|do|seu|o seu|de|a) (navegador|browser|site|pagina|janela)|(navegador|browser) (e |for |ser )?(fechado|encerrado)',
    persistent:
      'persistentes?|permanentes?|indefinid[oa]|indeterminado|indefinidamente|nunca( expira)?|nao expira|sem (expiracao|validade|data de fim|limite|prazo)|ilimitad[oa]|para sempre|sempre|infinito',
    numbers: {
      'um|uma': 1,
      'dois|duas': 2,
      tres: 3,
      quatro: 4,
      cinco: 5,
      seis: 6,
      sete: 7,
      oito: 8,
      nove: 9,
      dez: 10,
      doze: 12,
      treze: 13,
      catorze: 14,
      'vinte e quatro': 24,
      trinta: 30,
      'mei[oa]': 0.5,
    },
    or: 'a|ou|ate',
    and: 'e|mais',
    about: 'aproximadamente|aprox|cerca de|quase|menos de|mais de|pelo menos|por volta de',
    vague: 'alguns|algumas|poucos|poucas|varios|varias|variavel',
    filler:
      'apos|depois|durante|ao|o|os|as|de|do|da|em|no|na|fim|final|termino|termina|ate|ate ao|ate que|maximo|max|duracao|validade|expira|prazo|cookies?|desde|entre|por|quando|seu|se|voce|http',
  },
  zh: {
    second: '秒钟?|秒鐘?',
    minute: '分钟|分鐘|分',
    hour: '个?小时|個?小時|个?钟头|個?鐘頭|时|時',
    day: '天|日',
    week: '个?星期|個?星期|周|週|个?礼拜|個?禮拜',
    month: '个月|個月|月|か月|ヶ月|カ月',
    year: '年',
    session:
      '(浏览器|瀏覽器|浏览|瀏覽|当前|當前)?(会话|會話|工作階段|session)(结束|結束|期间|期間|期|级|級|型|cookie)*(时|時|后|後|为止|為止)?|(直到|直至|至|在)?(您|你|用户|用戶|使用者)?(关闭|關閉|退出|离开|離開)(您的|你的)?(浏览器|瀏覽器|网站|網站|页面|頁面|窗口|视窗|視窗)(时|時|后|後|为止|為止)?|(浏览器|瀏覽器)(关闭|關閉)(时|時|后|後|为止|為止)?',
    persistent:
      '永久|永不(过期|過期|失效|到期)?|持久|长期|長期|无限期?|無限期?|无期限|無期限|无到期日期?|無到期日期?|不过期|不過期|永远|永遠|一直',
    numbers: {
      半: 0.5,
      一: 1,
      '二|两|兩': 2,
      三: 3,
      四: 4,
      五: 5,
      六: 6,
      七: 7,
      八: 8,
      九: 9,
      十: 10,
      十二: 12,
      十三: 13,
      十四: 14,
      十八: 18,
      二十四: 24,
      三十: 30,
      六十: 60,
      九十: 90,
    },
    or: '至|到|或者?',
    and: '又|加|零',
    about: '大约|大約|约|約|左右|近|少于|少於|不到|超过|超過|至少|多',
    vague: '几|幾|数|數|若干|不等|不定',
    filler:
      '后|後|内|內|为|為|的|在|有效期?|保存|保留|存储|儲存|期限|最长|最長|最多|过期|過期|到期|失效|从|從|自|时间|時間|过|期|cookie',
  },
};
