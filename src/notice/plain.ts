import { directionOf, languageAt } from '../locales/language.js';
import { fill, loadMessages, messages } from '../locales/messages.js';
import type { Model, View } from './model.js';
import { noticeStyles } from './styles.js';
import { noticeText, policyUrl, siteName } from './text.js';

/**
 * Defines a plain `<cookie-manifest>` for pages where Lit may not start (`trusted-types 'none'`): the text, OK, and the link to the
 * policy, which stands in for the details too.
 */
export function define(model: Model): void {
  if (customElements.get('cookie-manifest')) return;
  let owner: View | undefined;

  customElements.define(
    'cookie-manifest',
    class extends HTMLElement implements View {
      #unwatch: (() => void) | undefined;
      #wasReady = false;

      connectedCallback(): void {
        this.dataset['nosnippet'] = '';
        owner ??= this;
        if (owner !== this) return;
        if (!this.shadowRoot) {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(noticeStyles);
          this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
        }
        this.#unwatch ??= model.watch(() => this.#follow());
        model.adopt(this);
        void loadMessages(languageAt(this)).then(() => this.#follow());
        this.#follow();
      }

      disconnectedCallback(): void {
        queueMicrotask(() => {
          if (this.isConnected || owner !== this) return;
          this.#unwatch?.();
          this.#unwatch = owner = undefined;
          model.release(this);
        });
      }

      show(): Promise<void> {
        const { shadowRoot } = this;
        const { manifest } = model;
        const asked = languageAt(this);
        const { words, language } = messages(asked);
        const url = policyUrl(manifest);
        const wasOpen = this.hasAttribute('open');
        const text = create('p', { part: 'text' }, noticeText(manifest, asked), ' ', url ? create('a', { part: 'link', href: url }, words.policy) : '');
        const ok = create('button', { part: 'ok' }, model.optional ? words.close : words.ok);
        ok.onclick = () => void (model.optional ? this.hide() : model.acknowledge());
        const inline = this.getAttribute('placement') === 'inline';
        const notice = create(
          'section',
          {
            part: 'notice',
            role: 'region',
            'aria-label': fill(words.title, { site: siteName(manifest, asked) }),
            lang: language,
            dir: directionOf(language),
            ...(!inline && { popover: 'manual' }),
          },
          text,
          create('div', { part: 'actions' }, ok),
        );
        notice.onkeydown = ({ key }) => key === 'Escape' && ok.click();
        shadowRoot!.replaceChildren(notice);
        this.toggleAttribute('open', true);
        if (!inline) notice.showPopover();
        if (!wasOpen) model.tell('show');
        return Promise.resolve();
      }

      hide(): Promise<void> {
        if (this.hasAttribute('open')) {
          this.removeAttribute('open');
          this.shadowRoot!.replaceChildren();
          model.tell('hide');
        }
        return Promise.resolve();
      }

      showDetails(): Promise<void> {
        const url = policyUrl(model.manifest);
        if (!url) return this.show();
        location.assign(url);
        return Promise.resolve();
      }

      acknowledge(): Promise<void> {
        return model.acknowledge();
      }

      #follow(): void {
        const { ready, due } = model;
        if ((ready && !this.#wasReady) || this.hasAttribute('open')) void this.show();
        if (this.#wasReady && !due) void this.hide();
        this.#wasReady = ready;
      }
    },
  );
}

function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: { readonly [name: string]: string },
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
