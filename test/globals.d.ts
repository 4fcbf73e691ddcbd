import type { CookieManifest } from '../src/entries/index.js';

/** What the pages under test and the test runner in the browser have as globals. */
declare global {
  var cookieManifest: CookieManifest;

  type Body = (this: {
    timeout(milliseconds: number): void;
    skip(): never;
    readonly test: { title: string };
  }) => unknown;
  interface Suite {
    (title: string, body: (this: { timeout(milliseconds: number): void }) => void): void;
    only: Suite;
    skip: Suite;
  }
  interface Test {
    (title: string, body: Body): void;
    only: Test;
    skip: Test;
  }
  var describe: Suite;
  var it: Test;
  function before(body: Body): void;
  function after(body: Body): void;
  function beforeEach(body: Body): void;
  function afterEach(body: Body): void;
}
