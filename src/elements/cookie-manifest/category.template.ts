import { html, nothing, type TemplateResult } from 'lit';
import { describeCategory } from '../../cookie-list/category-texts.js';
import type { CategoryGroup, PurposeGroup } from '../../cookie-list/groups.js';
import {
  capsScriptCookies,
  exceedsLimit,
  maxCookieDays,
  maxScriptCookieDays,
} from '../../cookie-list/lifetime-limits.js';
import type { ListedCookie } from '../../cookie-list/list.js';
import { listNotes } from '../../cookie-list/notes.js';
import { fillIn } from '../../locales/load.js';
import { formatNumber } from '../../locales/plural.js';
import { formatDuration, parseDuration } from '../../manifest/duration.js';
import type { DetailsView } from './details.template.js';
import { linkTemplate } from './link.template.js';

/** Up to this many cookies all purposes are unfolded at first; of a longer list the first alone is, so that the rest can be surveyed. */
const unfoldedThreshold = 40;

/** What a column of the tables says of a cookie. */
interface Column {
  readonly name: 'duration' | 'provider' | 'here';
  readonly head: string;
  tell(cookie: ListedCookie): TemplateResult | string;
}

/** Lists the columns beside the name. Whether a cookie is on this device is one where that is known of any cookie of the category. */
function listColumns({ category, own }: CategoryGroup, view: DetailsView): readonly Column[] {
  const { messages, cookies } = view;
  const duration: Column = {
    name: 'duration',
    head: messages.duration,
    tell: ({ durationText }) => durationText || messages.unstated,
  };
  const provider: Column = {
    name: 'provider',
    head: messages.provider,
    tell: (cookie) => linkTemplate(cookie.providerUrl, cookie.provider || messages.unstated),
  };
  const here: Column = { name: 'here', head: messages.here, tell: (cookie) => describePresence(cookie, view) };
  const isKnown = cookies.some(
    (cookie) => cookie.category === category && cookie.own === own && (view.presence.get(cookie) ?? null) !== null,
  );
  return isKnown ? [duration, provider, here] : [duration, provider];
}

/** Lists the heads of all columns. */
const listHeads = (columns: readonly Column[], { messages }: DetailsView): readonly string[] => [
  messages.name,
  ...columns.map(({ head }) => head),
];

/** Renders a category: its heading, how many cookies it has, and its purposes. */
export function categoryTemplate(group: CategoryGroup, isFirst: boolean, view: DetailsView): TemplateResult {
  const { heading, description } = describeCategory(group, view.manifest!, view);
  const columns = listColumns(group, view);
  const areAllOpen = view.query !== '' || view.cookies.length <= unfoldedThreshold;
  return html`
    <div part="category">
      <h3 part="heading">${heading.text} ${count(group, view)}</h3>
      <p>${description?.text}</p>
      <div part="heads" aria-hidden="true">${listHeads(columns, view).map((head) => html`<span>${head}</span>`)}</div>
      ${group.purposes.map((purpose, index) => purposeGroup(purpose, areAllOpen || (isFirst && index === 0), columns, view))}
    </div>
  `;
}

/** Renders how many cookies a group has, where it is more than one. */
const count = (group: CategoryGroup | PurposeGroup, { language }: DetailsView): TemplateResult | typeof nothing =>
  group.count > 1 ? html`<small part="count">${formatNumber(group.count, language)}</small>` : nothing;

/** Renders a purpose, which can be folded up, and the table of the cookies that share it. */
function purposeGroup(
  group: PurposeGroup,
  isOpen: boolean,
  columns: readonly Column[],
  view: DetailsView,
): TemplateResult {
  const purpose = group.purpose || view.messages.unstated;
  return html`
    <details part="group" ?open=${isOpen}>
      <summary part="purpose"><span lang=${group.language} dir="auto">${purpose}</span> ${count(group, view)}</summary>
      <table part="table" role="table" aria-label=${purpose}>
        <thead role="rowgroup">
          <tr role="row">
            ${listHeads(columns, view).map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${group.cookies.map((cookie) => row(cookie, columns, view))}
        </tbody>
      </table>
    </details>
  `;
}

function row(cookie: ListedCookie, columns: readonly Column[], view: DetailsView): TemplateResult {
  const { messages } = view;
  const notes = [...listNotes(cookie, messages), ...describeLimit(cookie, view)];
  return html`
    <tr role="row">
      <th part="cell" role="rowheader" scope="row">
        <code part="name" dir="auto">${cookie.name || messages.unstated}</code
        ><small>${notes.map((note, index) => html`${index ? ' · ' : nothing}<bdi>${note}</bdi>`)}</small>
      </th>
      ${columns.map(
        ({ name, head, tell }) => html`
          <td part="cell ${name}" role="cell" data-label=${head}>
            <bdi>${tell(cookie)}</bdi>
          </td>
        `,
      )}
    </tr>
  `;
}

/** Words whether a cookie is on this device, as far as a script may know. */
function describePresence(cookie: ListedCookie, { presence, messages }: DetailsView): string {
  const isPresent = presence.get(cookie) ?? null;
  if (isPresent === null) return messages.unknown;
  return isPresent ? messages.yes : messages.no;
}

/** Words what this browser does to a cookie that is declared to live longer than it allows; nothing where it does not. */
function describeLimit(cookie: ListedCookie, { messages, language }: DetailsView): string[] {
  const wordLimit = (message: string, days: number) =>
    fillIn(message, { limit: formatDuration(parseDuration(`${days} days`), language, messages) });
  if (!cookie.httpOnly && capsScriptCookies() && exceedsLimit(cookie, maxScriptCookieDays))
    return [wordLimit(messages.cappedScript, maxScriptCookieDays)];
  return exceedsLimit(cookie, maxCookieDays) ? [wordLimit(messages.capped, maxCookieDays)] : [];
}
