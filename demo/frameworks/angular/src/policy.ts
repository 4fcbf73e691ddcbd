import 'cookie-manifest/policy';
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';

@Component({
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<cookie-manifest-policy />`,
})
export class Policy {}
