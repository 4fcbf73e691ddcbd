import type { PolicyMessages } from './en.js';

/** Polish sentences of the policy page. */
const pl: PolicyMessages = {
  intro:
    'Na tej stronie opisano, jakie pliki cookie serwis {site} przechowuje na urządzeniu użytkownika, w jakim celu i jak długo.',
  whatTitle: 'Czym są pliki cookie',
  what: 'Pliki cookie to krótkie teksty. Serwis internetowy prosi przeglądarkę o ich przechowanie i późniejsze odesłanie.',
  similar:
    'Serwisy internetowe mogą też przechowywać dane w pamięci lokalnej, pamięci sesji, bazach danych i pamięci podręcznej przeglądarki albo dowiadywać się o wizycie za pomocą web beacona. Na tej stronie „pliki cookie” oznaczają to wszystko.',
  lifeTitle: 'Sesyjne i trwałe pliki cookie',
  life: 'Sesyjne pliki cookie znikają po zamknięciu przeglądarki. Trwałe pliki cookie pozostają później na urządzeniu, dopóki nie upłynie ich czas lub nie zostaną usunięte.',
  counted: 'W tym serwisie: {counts}.',
  partyTitle: 'Własne i zewnętrzne pliki cookie',
  party:
    'Własne pliki cookie zapisuje odwiedzany serwis. Zewnętrzne pliki cookie są zapisywane lub odczytywane przez inne firmy.',
  firstOnly: 'Ten serwis używa tylko własnych plików cookie.',
  thirds: 'Ten serwis używa także zewnętrznych plików cookie, od następujących dostawców: {providers}.',
  whyTitle: 'Dlaczego ten serwis używa plików cookie',
  optional:
    'Serwis {site} używa niezbędnych plików cookie, na potrzeby {reasons}. Pliki cookie z następujących kategorii pozostają wyłączone, dopóki nie zostaną wybrane: {categories}.',
  cookiesOnly: 'Używane są wyłącznie pliki cookie, bez podobnych technologii.',
  storages: 'Oprócz plików cookie w ścisłym znaczeniu używane są: {storages}.',
  listTitle: 'Pliki cookie w szczegółach',
  longer:
    'Przeglądarki przechowują plik cookie najwyżej {limit}. Następujące pliki wygasają wcześniej, niż podano: {names}.',
  script: 'Safari przechowuje pliki cookie zapisane przez skrypt najwyżej {limit}.',
  manageTitle: 'Jak zarządzać plikami cookie',
  manage:
    'Pliki cookie można przeglądać, blokować i usuwać w ustawieniach przeglądarki. Jak to zrobić, wyjaśnia jej pomoc:',
  blocked: 'Po zablokowaniu niezbędnych plików cookie części tego serwisu nie będą działać prawidłowo.',
  write: 'Pytania dotyczące plików cookie w tym serwisie prosimy kierować na adres:',
  personal:
    'Jeśli pliki cookie zawierają dane osobowe, obowiązuje polityka prywatności. Wyjaśnia ona również prawa użytkownika.',
  dated: 'Stan tej listy plików cookie na dzień: {date}.',
};
export default pl;
