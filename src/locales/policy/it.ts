import type { PolicyMessages } from './en.js';

/** Italian sentences of the policy page. */
const it: PolicyMessages = {
  intro: 'Questa pagina indica quali cookie {site} conserva sul dispositivo dell’utente, perché e per quanto tempo.',
  whatTitle: 'Che cosa sono i cookie',
  what: 'I cookie sono piccoli testi che un sito web chiede al browser di conservare e di restituire in seguito.',
  similar:
    'I siti web possono conservare dati anche nell’archiviazione locale, nell’archiviazione di sessione, nei database e nella cache del browser, oppure venire a sapere di una visita tramite un web beacon. In questa pagina la parola «cookie» indica tutto ciò.',
  lifeTitle: 'Cookie di sessione e cookie persistenti',
  life: 'I cookie di sessione scadono alla chiusura del browser. I cookie persistenti restano sul dispositivo anche dopo, fino alla loro scadenza o finché non vengono eliminati.',
  counted: 'Su questo sito: {counts}.',
  partyTitle: 'Cookie di prima parte e di terza parte',
  party:
    'I cookie di prima parte sono memorizzati dal sito web visitato. I cookie di terza parte sono memorizzati o letti da altre aziende.',
  firstOnly: 'Questo sito usa solo cookie di prima parte.',
  thirds: 'Questo sito usa anche cookie di terza parte, di questi fornitori: {providers}.',
  whyTitle: 'Perché questo sito usa i cookie',
  optional:
    '{site} usa cookie essenziali, per {reasons}. I cookie di queste categorie restano disattivati finché non vengono scelti: {categories}.',
  cookiesOnly: 'Si usano soltanto cookie e nessuna delle tecnologie simili.',
  storages: 'Oltre ai cookie in senso stretto si usa quanto segue: {storages}.',
  listTitle: 'I cookie in dettaglio',
  longer: 'I browser conservano un cookie al massimo per {limit}. Questi scadono prima di quanto indicato: {names}.',
  script: 'Safari conserva al massimo per {limit} i cookie scritti da uno script.',
  manageTitle: 'Come gestire i cookie',
  manage:
    'Nelle impostazioni del browser è possibile vedere, bloccare ed eliminare i cookie. La guida del browser spiega come:',
  blocked: 'Se si bloccano i cookie essenziali, alcune parti di questo sito non funzionano come dovrebbero.',
  write: 'Per domande sui cookie di questo sito, scrivere a:',
  personal:
    'Quando i cookie contengono dati personali, si applica l’informativa sulla privacy, che spiega anche i diritti degli interessati.',
  dated: 'Data di questo elenco di cookie: {date}.',
};
export default it;
