import { html, nothing, type TemplateResult } from 'lit';
import { fillIn } from '../../locales/load.js';
import { hasOptionalCategories } from '../../manifest/optional-categories.js';
import { getState } from '../../page/state.js';
import { findPolicyUrl, getNoticeText, getSiteName } from '../notice-text.js';
import type { CookieManifestElement } from './cookie-manifest.component.js';
import type { InteractionLoader } from './interaction-loader.js';

/** Renders the notice: a region with a title, a sentence, the link to the policy and two buttons. */
export function noticeTemplate(host: CookieManifestElement): TemplateResult {
  const { manifest } = getState();
  const { requested, messages, language, direction } = host.language;
  const policyUrl = findPolicyUrl(manifest);
  const link = policyUrl ? html`<a part="link" href=${policyUrl}>${messages.policy}</a>` : nothing;
  const okLabel = hasOptionalCategories(manifest) ? messages.close : messages.ok;
  const act: InteractionLoader['act'] = (done) => host.interaction.act(done);
  const isPopover = host.placement !== 'inline' && 'showPopover' in host; // a simulated page may have no popovers
  const answer = () => act((interaction) => interaction.answer());
  const openDetails = ({ currentTarget }: Event) =>
    act((interaction) => interaction.openDetails(currentTarget as HTMLElement));
  const title = fillIn(messages.title, { site: getSiteName(manifest, requested) });
  return html`
    <section
      part="notice"
      role="region"
      aria-label=${title}
      lang=${language}
      dir=${direction}
      popover=${isPopover ? 'manual' : nothing}
      data-nosnippet
      @focusin=${({ relatedTarget }: FocusEvent) => act((interaction) => interaction.rememberFocus(relatedTarget))}
      @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && answer()}
    >
      <slot name="logo"></slot>
      <div part="message">
        <h2 part="title">${title}</h2>
        <p part="text"><slot name="text">${getNoticeText(manifest, requested)}</slot>${' '}${link}</p>
      </div>
      <div part="actions">
        <button part="ok" @click=${answer}>${okLabel}</button>
        <button part="open-details" @click=${openDetails}>${messages.details}</button>
      </div>
    </section>
  `;
}
