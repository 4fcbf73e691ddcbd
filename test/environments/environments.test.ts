/** The elements in pages that are only simulated, in which teams test their own: what is missing there is left out, and nothing fails. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const visit = fileURLToPath(new URL('visit.js', import.meta.url));

interface Visit {
  /** What each scenario saw, and what the console warned of meanwhile. */
  readonly seen: { readonly [scenario: string]: { readonly result: unknown; readonly said: readonly string[] } };
  /** Errors and rejections that nobody caught. */
  readonly uncaught: readonly string[];
}

const text = 'Example only uses essential cookies, for basic functions. Cookie policy';
const names = ['sid', 'lang', 'cookie_preferences'];
const stored = 'cookie_preferences=v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=today';

/** What each scenario of `visit.js` gives, and what it shows. */
const scenarios: readonly (readonly [scenario: string, title: string, result: unknown, ...said: string[]])[] = [
  ['mockedFetch', 'the notice says what it says elsewhere, from a manifest that a mock serves', text],
  ['answer', 'OK answers', { status: 'acknowledged', stored }],
  ['escape', 'Escape answers', 'acknowledged'],
  [
    'details',
    'the details list the cookies, and give the focus back',
    { names, focused: 'Cookie details', answered: false },
  ],
  ['script', 'the API acts on an element that moves while all is open', { names, inspected: 3, open: false }],
  ['focus', 'the focus goes on where the place that had it has gone', 'After'],
  ['policy', 'the policy page is rendered', 'h1'],
  [
    'withoutFetch',
    'without fetch, the notice shows and the console says why',
    'localhost uses cookies. The list of them could not be loaded.',
    'cookie-manifest: No manifest: fetch is not a function',
  ],
];

for (const environment of ['jsdom', 'jsdom-26', 'happy-dom'])
  describe(environment, () => {
    let visited: Visit;

    before(async () => {
      // Page timers may run for 10 seconds; a process that does not end by then never does.
      const { stdout } = await run(process.execPath, [visit, environment], { timeout: 60_000 });
      visited = JSON.parse(stdout) as Visit;
    });

    for (const [scenario, title, result, ...said] of scenarios)
      it(title, () => assert.deepEqual(visited.seen[scenario], { result, said }));

    it('every scenario is held against something, and no error is uncaught', () => {
      assert.deepEqual(Object.keys(visited.seen).sort(), scenarios.map(([scenario]) => scenario).sort());
      assert.deepEqual(visited.uncaught, []);
    });
  });
