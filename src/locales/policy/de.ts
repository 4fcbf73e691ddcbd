import type { PolicyMessages } from './en.js';

/** German sentences of the policy page. */
const de: PolicyMessages = {
  intro: 'Diese Seite sagt, welche Cookies {site} auf Ihrem Gerät speichert, warum und wie lange.',
  whatTitle: 'Was Cookies sind',
  what: 'Cookies sind kleine Texte. Eine Website bittet Ihren Browser, sie zu speichern und später zurückzusenden.',
  similar:
    'Websites können Daten auch im lokalen Speicher, im Sitzungsspeicher, in Datenbanken und im Zwischenspeicher Ihres Browsers ablegen oder durch ein Beacon von einem Besuch erfahren. Auf dieser Seite steht „Cookies“ für all das.',
  lifeTitle: 'Sitzungs-Cookies und dauerhafte Cookies',
  life: 'Sitzungs-Cookies enden, wenn Sie Ihren Browser schließen. Dauerhafte Cookies bleiben danach auf Ihrem Gerät, bis ihre Zeit abgelaufen ist oder Sie sie löschen.',
  counted: 'Auf dieser Website: {counts}.',
  partyTitle: 'Erstanbieter- und Drittanbieter-Cookies',
  party:
    'Erstanbieter-Cookies speichert die Website, die Sie besuchen. Drittanbieter-Cookies werden von anderen Unternehmen gespeichert oder gelesen.',
  firstOnly: 'Diese Website verwendet nur Erstanbieter-Cookies.',
  thirds: 'Diese Website verwendet auch Drittanbieter-Cookies, und zwar dieser Anbieter: {providers}.',
  whyTitle: 'Warum diese Website Cookies verwendet',
  optional:
    '{site} verwendet notwendige Cookies, und zwar für {reasons}. Cookies dieser Kategorien bleiben ausgeschaltet, bis Sie sie auswählen: {categories}.',
  cookiesOnly: 'Verwendet werden allein Cookies und keine der ähnlichen Techniken.',
  storages: 'Neben Cookies im engeren Sinn werden verwendet: {storages}.',
  listTitle: 'Die Cookies im Einzelnen',
  longer: 'Browser behalten ein Cookie höchstens {limit} lang. Diese enden früher als angegeben: {names}.',
  script: 'Safari behält Cookies, die ein Skript schreibt, höchstens {limit} lang.',
  manageTitle: 'Wie Sie Cookies verwalten',
  manage:
    'In den Einstellungen Ihres Browsers können Sie Cookies ansehen, blockieren und löschen. Wie das geht, sagt seine Hilfe:',
  blocked: 'Wenn Sie notwendige Cookies blockieren, funktionieren Teile dieser Website nicht wie vorgesehen.',
  write: 'Fragen zu Cookies auf dieser Website richten Sie bitte an:',
  personal:
    'Soweit Cookies personenbezogene Daten enthalten, gilt die Datenschutzerklärung. Sie erläutert auch Ihre Rechte.',
  dated: 'Stand dieser Cookie-Liste: {date}.',
};
export default de;
