import type { PolicyMessages } from './en.js';

/** Dutch sentences of the policy page. */
const nl: PolicyMessages = {
  intro: 'Op deze pagina staat welke cookies {site} op uw apparaat bewaart, waarom en hoelang.',
  whatTitle: 'Wat cookies zijn',
  what: 'Cookies zijn kleine teksten. Een website vraagt uw browser om ze te bewaren en later terug te sturen.',
  similar:
    'Websites kunnen ook gegevens bewaren in de lokale opslag, de sessieopslag, databases en de cache van uw browser, of door een webbaken van een bezoek op de hoogte worden gebracht. Op deze pagina betekent ‘cookies’ dit alles.',
  lifeTitle: 'Sessiecookies en permanente cookies',
  life: 'Sessiecookies verdwijnen als u uw browser sluit. Permanente cookies blijven daarna op uw apparaat staan, tot hun tijd verstreken is of u ze verwijdert.',
  counted: 'Op deze website: {counts}.',
  partyTitle: 'Eigen cookies en cookies van derden',
  party:
    'Eigen cookies worden opgeslagen door de website die u bezoekt. Cookies van derden worden door andere bedrijven opgeslagen of gelezen.',
  firstOnly: 'Deze website gebruikt alleen eigen cookies.',
  thirds: 'Deze website gebruikt ook cookies van derden, namelijk van deze aanbieders: {providers}.',
  whyTitle: 'Waarom deze website cookies gebruikt',
  optional:
    '{site} gebruikt noodzakelijke cookies, en wel voor {reasons}. Cookies van deze categorieën blijven uit totdat u ze kiest: {categories}.',
  cookiesOnly: 'Er worden alleen cookies gebruikt en geen van de vergelijkbare technieken.',
  storages: 'Naast cookies in enge zin wordt gebruikgemaakt van: {storages}.',
  listTitle: 'De cookies in detail',
  longer: 'Browsers bewaren een cookie maximaal {limit}. Deze verdwijnen eerder dan vermeld: {names}.',
  script: 'Safari bewaart cookies die een script schrijft maximaal {limit}.',
  manageTitle: 'Hoe u cookies beheert',
  manage:
    'In de instellingen van uw browser kunt u cookies bekijken, blokkeren en verwijderen. In de hulp van uw browser leest u hoe:',
  blocked: 'Als u noodzakelijke cookies blokkeert, werken delen van deze website niet zoals het hoort.',
  write: 'Vragen over cookies op deze website kunt u sturen aan:',
  personal:
    'Als cookies persoonsgegevens bevatten, geldt de privacyverklaring. Daarin worden ook uw rechten uitgelegd.',
  dated: 'Datum van deze lijst met cookies: {date}.',
};
export default nl;
