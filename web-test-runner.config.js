/** Unit and element tests in real browsers: Chromium, which also measures coverage, Firefox and WebKit. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { testServer } from './test/fixtures/server.mjs';
import { startWebKitDriver, webkitCapabilities } from './test/webkit.ts';

const rootDir = fileURLToPath(new URL('.', import.meta.url));
const { CHROMIUM = '/usr/bin/chromium', FIREFOX, WEBKIT } = process.env;

/**
 * A page of Chromium whose coverage is added up. Each test opens the library anew in a frame, and the runner would keep only the last
 * of several scripts from one address.
 */
async function coveredPage({ context }) {
  const page = await context.newPage();
  const stop = page.coverage.stopJSCoverage.bind(page.coverage);
  page.coverage.stopJSCoverage = async () => {
    const runs = new Map();
    for (const entry of await stop()) runs.set(entry.url, [...(runs.get(entry.url) ?? []), entry]);
    return [...runs.values()].map(addUp);
  };
  return page;
}

/** One entry for all runs of a script: what ran in none of them is not covered. */
function addUp(entries) {
  const [{ url, text, rawScriptCoverage }] = entries;
  const covered = new Uint8Array(text.length);
  for (const entry of entries) {
    const run = new Uint8Array(text.length);
    // Functions and their ranges come from the outside in, so the innermost is painted last.
    for (const { ranges } of entry.rawScriptCoverage.functions)
      for (const { startOffset, endOffset, count } of ranges) run.fill(count ? 1 : 0, startOffset, endOffset);
    for (let at = 0; at < run.length; at++) covered[at] ||= run[at];
  }
  const ranges = [{ startOffset: 0, endOffset: text.length, count: 1 }];
  for (let start = covered.indexOf(0); start >= 0;) {
    const next = covered.indexOf(1, start);
    const endOffset = next < 0 ? text.length : next;
    ranges.push({ startOffset: start, endOffset, count: 0 });
    start = covered.indexOf(0, endOffset);
  }
  return {
    url,
    text,
    rawScriptCoverage: { ...rawScriptCoverage, functions: [{ functionName: '', isBlockCoverage: true, ranges }] },
  };
}

const chromium = chromeLauncher({
  launchOptions: { executablePath: CHROMIUM, args: ['--no-sandbox'] },
  createPage: coveredPage,
});
chromium.name = 'Chromium';
const browsers = [chromium];

if (FIREFOX) {
  const firefox = chromeLauncher({ launchOptions: { browser: 'firefox', executablePath: FIREFOX } });
  firefox.name = 'Firefox';
  browsers.push(firefox);
}

if (WEBKIT) {
  const driver = await startWebKitDriver();
  const webkit = webdriverLauncher({
    automationProtocol: 'webdriver',
    hostname: '127.0.0.1',
    port: driver.port,
    path: '/',
    logLevel: 'error',
    capabilities: webkitCapabilities,
  });
  const { initialize, stop } = webkit;
  webkit.initialize = async (config) => {
    await initialize.call(webkit, config);
    webkit.name = 'WebKit'; // it calls itself MiniBrowser
  };
  webkit.stop = async () => {
    await stop.call(webkit);
    driver.stop();
  };
  browsers.push(webkit);
}

/** Tells tests what a launcher can do, beside what the runner's own commands do: WebDriver's presses keys one at a time. */
const features = {
  name: 'features',
  executeCommand: ({ command, payload, session }) =>
    command === 'supports' ? { 'held keys': session.browser.type === 'puppeteer' }[payload] : undefined,
};

/** Says what was skipped, and writes the totals of each browser to coverage/wtr.json, for the lines that end `npm test`. */
const totals = {
  onTestRunFinished({ sessions }) {
    const results = {};
    const count = (suite, browser, titles) => {
      const into = (results[browser] ??= { passed: 0, failed: 0, skipped: {} });
      for (const { name, passed, skipped } of suite.tests) {
        const title = [...titles, name].join(' > ');
        if (!skipped) into[passed ? 'passed' : 'failed']++;
        else {
          const feature = / \[lacks (.+)\]$/.exec(name)?.[1] ?? 'no reason given';
          into.skipped[feature] = (into.skipped[feature] ?? 0) + 1;
          console.log(`Skipped in ${browser}: ${title}`);
        }
      }
      for (const inner of suite.suites) count(inner, browser, [...titles, inner.name].filter(Boolean));
    };
    for (const { browser, testResults, passed, errors } of sessions) {
      const name = browser.name.toLowerCase();
      const before = results[name]?.failed ?? 0;
      count(testResults ?? { tests: [], suites: [] }, name, []);
      // A file that could not be run at all has no failed test to show for it.
      if ((!passed || errors.length) && results[name].failed === before) results[name].failed++;
    }
    mkdirSync(`${rootDir}coverage`, { recursive: true });
    writeFileSync(`${rootDir}coverage/wtr.json`, `${JSON.stringify(results, null, 2)}\n`);
  },
};

export default {
  rootDir,
  files: ['test/unit/**/*.test.ts', 'test/element/**/*.test.ts'],
  browsers,
  concurrency: 1,
  concurrentBrowsers: 1, // the machine's cores are few, and tests wait for what is painted
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: '20000' } },
  nodeResolve: { exportConditions: ['browser', 'production', 'default'] }, // Lit as sites get it, not its development mode
  middleware: [testServer()],
  plugins: [features, esbuildPlugin({ ts: true, tsconfig: `${rootDir}tsconfig.json`, target: 'es2022' })],
  reporters: [defaultReporter({ reportTestProgress: false }), totals],
  coverage: true,
  coverageConfig: {
    include: ['src/**/*.ts'],
    exclude: [
      'src/entries/classic.ts', // runs only as a classic script from a built file; the end-to-end tests load it
      'src/**/types.ts', // types alone: there is nothing to run
      'src/page/{api,events,notice-element}.ts', // likewise
    ],
    threshold: { lines: 95 },
    report: true,
    reportDir: 'coverage',
    reporters: ['lcovonly', 'text-summary', 'json-summary'],
  },
};
