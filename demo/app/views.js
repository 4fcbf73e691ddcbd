import { make } from '/make.js';

const card = (title, text) => make('li', { class: 'card' }, make('h2', {}, title), make('p', {}, text));
const cards = (...all) => make('ul', { class: 'cards' }, ...all);
const lead = (text) => make('p', { class: 'lead' }, text);

/** What each route shows. */
export const routes = {
  '/app': {
    title: 'Account',
    view: () => [
      make('h1', {}, 'Good to see you'),
      lead('A single-page application: its routes change without loading a page, and the notice stays as it is.'),
      cards(
        card('2 orders', 'One is on its way to you.'),
        card('3 devices', 'All are up to date.'),
        card('1 voucher', 'Good until the end of the year.'),
      ),
    ],
  },
  '/app/orders': {
    title: 'Orders',
    view: () => [
      make('h1', {}, 'Orders'),
      cards(
        card('Lamp, 2 pieces', 'On its way. It arrives on Thursday.'),
        card('Watch strap', 'Delivered on 3 November.'),
      ),
    ],
  },
  '/app/devices': {
    title: 'Devices',
    view: () => [
      make('h1', {}, 'Devices'),
      cards(card('Phone', 'Used today.'), card('Watch', 'Charged on Sunday.'), card('Lamp in the hall', 'Off.')),
    ],
  },
  '/app/privacy': {
    title: 'Privacy',
    view: () => [
      make('h1', {}, 'Privacy'),
      lead(
        'The buttons below were made by the application, after the library had started. They act by their attribute alone.',
      ),
      make(
        'p',
        { class: 'actions' },
        make('button', { class: 'button', type: 'button', 'data-cookie-manifest': 'details' }, 'Cookie details'),
        make(
          'button',
          { class: 'button quiet', type: 'button', 'data-cookie-manifest': 'reset' },
          'Forget what is stored',
        ),
      ),
    ],
  },
};
