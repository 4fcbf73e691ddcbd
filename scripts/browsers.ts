/** Finds the browsers that the tests run in, and brings them where that is allowed. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const known = {
  chromium: [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ],
  // Chromium without what only a window needs: tests take half the time in it.
  'chromium-headless-shell': ['/usr/bin/chromium-headless-shell', 'chromium-headless-shell'],
  'firefox-esr': [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', 'firefox-esr', 'firefox'],
  // WebKit's driver brings its browser, and needs a display.
  'webkit2gtk-driver': [process.env['WEBKIT_DRIVER_PATH'], '/usr/bin/WebKitWebDriver', 'WebKitWebDriver'],
  xvfb: ['/usr/bin/Xvfb', 'Xvfb'],
};
const shell = 'chromium-headless-shell';
/** A browser, or what one needs, by the name of Debian's package. */
export type BrowserName = keyof typeof known;

/** The full path of a program, or undefined where there is none that may be run. */
function program(name: string): string | undefined {
  const places = isAbsolute(name)
    ? [name]
    : (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export function findBrowser(name: BrowserName): string | undefined {
  for (const candidate of known[name]) {
    const found = candidate && program(candidate);
    if (found) return found;
  }
  return undefined;
}

const isCI = !!process.env['CI'] && process.env['CI'] !== 'false';

/** Whether Debian's packages may be installed: that takes root, and apt. */
const mayInstall = () => process.getuid?.() === 0 && !!program('apt-get');

function install(names: readonly BrowserName[]): void {
  console.log(`Installing ${names.join(' and ')} …`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  if (apt('update')) apt('install', '-y', '--no-install-recommends', ...names);
}

export interface Browsers {
  readonly chromium: string;
  /** Undefined where it may be missing, and is. */
  readonly firefox: string | undefined;
  /** Likewise: the path of its driver. */
  readonly webkit: string | undefined;
}

/**
 * Makes sure of the browsers before the tests: Chromium always, Firefox and WebKit in CI.
 * @throws {Error} that says what to do
 */
export function ensureBrowsers(): Browsers {
  const needed = (isCI ? (Object.keys(known) as BrowserName[]) : (['chromium'] as const)).filter(
    (name) => name !== shell,
  );
  const missing = needed.filter((name) => !findBrowser(name));
  if (missing.length && mayInstall()) install(missing);
  // By itself, as not every system has it, and Chromium does its work.
  if (isCI && !findBrowser(shell) && mayInstall()) install([shell]);

  const whole = findBrowser('chromium');
  if (!whole)
    throw new Error(
      'No Chromium was found. Install it (Debian: apt-get install chromium), or say in CHROMIUM_PATH where it is.',
    );
  const still = needed.filter((name) => !findBrowser(name));
  if (still.length)
    throw new Error(
      `CI must have every browser, and there is no ${still.join(' and no ')}. Install them (Debian: apt-get install ${still.join(' ')}).`,
    );
  return {
    chromium: whole,
    firefox: findBrowser('firefox-esr'),
    webkit: findBrowser('xvfb') && findBrowser('webkit2gtk-driver'),
  };
}

/** What Chromium needs to run at all: as root it cannot sandbox, and containers have little shared memory. */
export const chromiumArgs: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
];

/** @param name - the whole browser, where its shell will not do; without the shell it is the whole one anyway */
export function chromiumPath(name: 'chromium' | 'chromium-headless-shell' = shell): string {
  const path = (process.env['CHROMIUM_PATH'] ? undefined : findBrowser(name)) ?? findBrowser('chromium');
  if (!path) throw new Error('No Chromium was found: say in CHROMIUM_PATH where it is.');
  return path;
}

/** @param hasScrollbars - whether scrollbars take their space, as on most desktops; Playwright hides them otherwise */
export function launchChromium(
  args: readonly string[] = [],
  name?: 'chromium',
  hasScrollbars = false,
): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(name),
    args: [...chromiumArgs, ...args],
    ignoreDefaultArgs: hasScrollbars ? ['--hide-scrollbars'] : [],
  });
}
