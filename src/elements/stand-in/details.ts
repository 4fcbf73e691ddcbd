import { describeCategory } from '../../cookie-list/category-texts.js';
import { groupCookies } from '../../cookie-list/groups.js';
import enDetails from '../../locales/messages/en-details.js';
import { getMessages } from '../../locales/load.js';
import { queries } from '../../page/cookie-queries.js';
import { getState } from '../../page/state.js';
import { getSiteName } from '../notice-text.js';
import { create } from './create.js';

/** Makes the dialog that lists every cookie. */
export function createDetails(requested: string): HTMLDialogElement {
  const { manifest } = getState();
  const { messages: loaded, language } = getMessages(requested);
  const messages = { ...enDetails, ...loaded };
  const title = messages.title.replace('{site}', getSiteName(manifest, requested));
  const close = create('button', { part: 'close', onclick: () => dialog.close() }, messages.close);
  const dialog = create(
    'dialog',
    { part: 'details', ariaLabel: title, lang: language },
    create('h2', {}, title),
    close,
  );
  if (!manifest) {
    dialog.append(create('p', { role: 'status' }, messages.failed));
    return dialog;
  }

  for (const group of groupCookies(queries.listCookies())) {
    const { heading } = describeCategory(group, manifest, { requested, language, messages });
    const table = create('table', { part: 'table', ariaLabel: heading.text });
    for (const { purpose, cookies } of group.purposes) {
      const rows = cookies.map((cookie) =>
        create(
          'tr',
          {},
          create('th', { scope: 'row' }, create('code', {}, cookie.name || messages.unstated)),
          create('td', {}, cookie.durationText || messages.unstated),
          create('td', {}, cookie.provider || messages.unstated),
        ),
      );
      const purposeCell = create('th', { scope: 'rowgroup', colSpan: 3 }, purpose || messages.unstated);
      table.append(create('tbody', {}, create('tr', {}, purposeCell), ...rows));
    }
    dialog.append(create('h3', {}, heading.text), table);
  }
  return dialog;
}
