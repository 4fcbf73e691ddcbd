/** WebKit over WebDriver: one window has the driver's attention at a time, so each command first turns to its own. */
import WebDriver from 'webdriver';
import { startWebKitDriver, webkitCapabilities } from '../webkit.js';
import type { Engine, Feature, Key, Tab } from './engine.js';

/** The code points that stand for keys: WebDriver, section 17.4.2. */
const codes: { readonly [key in Key | 'Shift']: string } = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ' ': ' ',
  Shift: '\uE008',
};

export async function startWebKit(): Promise<Engine> {
  const driver = await startWebKitDriver();
  const session = await WebDriver.newSession({
    hostname: '127.0.0.1',
    port: driver.port,
    path: '/',
    logLevel: 'silent',
    connectionRetryTimeout: 20_000,
    connectionRetryCount: 0,
    capabilities: webkitCapabilities,
  });
  await session.setTimeouts(undefined, 20_000, 20_000);
  let current = await session.getWindowHandle();
  let unused: string | undefined = current;

  const tabOf = (handle: string): Tab => {
    const here = async () => {
      if (current === handle) return;
      await session.switchToWindow(handle);
      current = handle;
    };
    const keys = async (...actions: readonly { readonly type: 'keyDown' | 'keyUp'; readonly value: string }[]) => {
      await here();
      await session.performActions([{ type: 'key', id: 'keyboard', actions: [...actions] }]);
    };
    const stroke = (value: string) =>
      [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ] as const;
    return {
      async goto(url) {
        await here();
        await session.navigateTo(url);
      },
      async reload() {
        await here();
        await session.refresh();
      },
      async run(expression) {
        await here();
        const answer = (await session.executeAsyncScript(
          `const done = arguments[0]; Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
          [],
        )) as { readonly value?: unknown; readonly error?: string };
        if (answer.error !== undefined) throw new Error(answer.error);
        return answer.value;
      },
      async click(x, y) {
        await here();
        await session.performActions([
          {
            type: 'pointer',
            id: 'mouse',
            parameters: { pointerType: 'mouse' },
            actions: [
              { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ]);
      },
      press: (key, held) =>
        held
          ? keys({ type: 'keyDown', value: codes[held] }, ...stroke(codes[key]), { type: 'keyUp', value: codes[held] })
          : keys(...stroke(codes[key])),
      type: (text) => keys(...[...text].flatMap(stroke)),
      async screenshot() {
        await here();
        return Buffer.from(await session.takeScreenshot(), 'base64');
      },
      async setViewport(width, height) {
        await here();
        await session.setWindowRect(null, null, width, height);
      },
      emulateMedia: () => Promise.reject(new Error('WebDriver cannot emulate media.')),
      async cookies() {
        await here();
        return (await session.getAllCookies()).map(({ name, value, path, httpOnly, secure, sameSite, expiry }) => ({
          name,
          value,
          path: path ?? '/',
          httpOnly: !!httpOnly,
          secure: !!secure,
          sameSite,
          expires: expiry,
        }));
      },
      async close() {
        await here();
        if ((await session.getWindowHandles()).length === 1) {
          unused = handle; // the session would end with its last window
          await session.navigateTo('about:blank');
        } else await session.closeWindow();
        if (unused !== handle) {
          current = (await session.getWindowHandles())[0]!;
          await session.switchToWindow(current);
        }
      },
    };
  };

  return {
    name: 'webkit',
    features: new Set<Feature>(),
    async newTab() {
      const handle = unused ?? (await session.createWindow('window')).handle;
      unused = undefined;
      return tabOf(handle);
    },
    async close() {
      await session.deleteSession().catch(() => {});
      driver.stop();
    },
  };
}
