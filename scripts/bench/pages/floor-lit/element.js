/** The least that the task takes with Lit and js-cookie. */
import Cookies from 'js-cookie';
import { LitElement, html, nothing, unsafeCSS } from 'lit';
import { categories, rules, text } from '../floor-content.js';

class ConsentFloor extends LitElement {
  static properties = { open: { state: true }, answered: { state: true } };
  static styles = unsafeCSS(rules);

  constructor() {
    super();
    this.open = false;
    this.answered = !!Cookies.get('consent');
  }

  answer(choice) {
    Cookies.set('consent', choice, { expires: 180, sameSite: 'lax' });
    this.answered = true;
  }

  render() {
    if (this.answered) return nothing;
    return html`<section class="bar" aria-label="Cookie consent">
      <p>${text} <a href="#privacy">Privacy policy</a></p>
      ${this.open ? this.renderPanel() : nothing}
      <button id="yes" @click=${() => this.answer('all')}>Accept all</button>
      <button id="no" @click=${() => this.answer('none')}>Reject all</button>
      <button id="more" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>Settings</button>
    </section>`;
  }

  renderPanel() {
    return html`<div class="panel" tabindex="0" role="group" aria-label="Cookie settings">
      ${categories.map(
        ({ id, name, cookies }) =>
          html`<label
              ><input type="checkbox" name=${id} ?checked=${id === 'necessary'} ?disabled=${id === 'necessary'} />
              ${name}</label
            >
            <ul>
              ${cookies.map(([cookie, duration]) => html`<li>${cookie}: ${duration}</li>`)}
            </ul>`,
      )}
    </div>`;
  }
}

customElements.define('consent-floor', ConsentFloor);
