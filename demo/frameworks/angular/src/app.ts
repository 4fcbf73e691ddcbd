import { Component, CUSTOM_ELEMENTS_SCHEMA, inject, Injectable, signal } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import type { CookieManifestEvent } from 'cookie-manifest';
import manifest from '../../shared/public/cookies.json';

/** The last event that the notice has sent. */
@Injectable({ providedIn: 'root' })
export class Heard {
  readonly event = signal('nothing yet');
}

@Component({
  selector: 'app-root',
  imports: [RouterLink, RouterOutlet],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <cookie-manifest
      [manifest]="manifest"
      [attr.revision]="manifest.revision"
      placement="bottom"
      (cookie-manifest-change)="onChange($event)"
    />
    <header>
      <nav>
        <a routerLink="/">Home</a>
        <a routerLink="/policy">Cookie policy</a>
      </nav>
    </header>
    <main><router-outlet /></main>
  `,
})
export class App {
  readonly manifest = manifest;
  readonly heard = inject(Heard).event;

  onChange({ type, preferences }: CookieManifestEvent<'cookie-manifest-change'>) {
    this.heard.set(`${type}: ${preferences.status}`);
  }
}
