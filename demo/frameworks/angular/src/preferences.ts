import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { cookieManifest } from 'cookie-manifest';

/** The visitor's preferences as a signal. */
@Injectable({ providedIn: 'root' })
export class PreferencesService {
  readonly #preferences = signal(cookieManifest.preferences);
  readonly preferences = this.#preferences.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(cookieManifest.subscribe((now) => this.#preferences.set(now)));
  }
}
