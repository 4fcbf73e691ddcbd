import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserType } from 'playwright-core';
import { Trouble, saying } from '../problem.js';

/** Where Chromium is, where nobody says: as Debian, other systems and Google install it. */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].flatMap((folder) =>
    folder ? [join(folder, 'Google/Chrome/Application/chrome.exe')] : [],
  ),
];

const mayRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** playwright-core: beside this package, else in the folder in which the command is run. */
async function playwright(): Promise<BrowserType> {
  const load = async (from: string) => ((await import(from)) as { readonly chromium: BrowserType }).chromium;
  try {
    return await load('playwright-core');
  } catch {
    try {
      return await load(
        pathToFileURL(
          createRequire(join(process.cwd(), 'package.json'))
            .resolve('playwright-core')
            .replace(/index\.js$/, 'index.mjs'),
        ).href,
      );
    } catch {
      throw new Trouble(
        'The audit drives a browser through playwright-core, which is not installed: npm install --save-dev playwright-core',
      );
    }
  }
}

/** A browser for an audit. */
export interface Launched {
  readonly browser: Browser;
  /** Ends it, and removes its profile. */
  close(): Promise<void>;
}

/** Third-party cookies are kept, as most browsers do: some systems and private windows block them, and the audit would not see them. */
const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

/**
 * Starts a headless Chromium with a profile of its own. Neither is the notice hidden from it, nor does it hide that it is one.
 * @param path - its program; default: Playwright's own, else where systems keep one
 * @param args - more arguments for it
 * @throws {Trouble} where there is none, or it does not start
 */
export async function launch(path: string | undefined, args: readonly string[]): Promise<Launched> {
  const chromium = await playwright();
  const found = path ?? [chromium.executablePath(), ...usual].find(mayRun);
  if (!found)
    throw new Trouble(
      'No Chromium was found. Install one (npx playwright-core install chromium, or your system’s), or say where it is with --browser-path.',
    );
  if (!mayRun(found)) throw new Trouble(`${found} is no program that can be run (--browser-path).`);
  const profile = await mkdtemp(join(tmpdir(), 'cookie-manifest-'));
  const remove = () => rm(profile, { recursive: true, force: true, maxRetries: 3 });
  try {
    await mkdir(join(profile, 'Default'));
    await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
    // Signals are ours to handle: the run ends in a message, and with the exit code that is documented.
    const context = await chromium.launchPersistentContext(profile, {
      ...{ executablePath: found, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
      args: ['--disable-dev-shm-usage', ...args],
    });
    const browser = context.browser();
    if (!browser) throw new Error('playwright-core 1.55 or later is needed');
    return {
      browser,
      close: () =>
        context
          .close()
          .catch(() => {})
          .then(remove),
    };
  } catch (error) {
    await remove();
    throw new Trouble(`${found} does not start: ${saying(error)}`);
  }
}
