import { Component, inject } from '@angular/core';
import { Heard } from './app';
import { PreferencesService } from './preferences';

@Component({
  template: `
    <h1>cookie-manifest in Angular</h1>
    <dl>
      <dt>Preferences</dt>
      <dd id="status">{{ preferences().status }}</dd>
      <dt>Granted</dt>
      <dd id="granted">{{ preferences().granted.join(', ') }}</dd>
      <dt>Last event</dt>
      <dd id="event">{{ heard() }}</dd>
    </dl>
    <button type="button" data-cookie-manifest="details">Cookie details</button>
  `,
})
export class Home {
  readonly preferences = inject(PreferencesService).preferences;
  readonly heard = inject(Heard).event;
}
