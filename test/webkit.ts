/** WebKit as Debian packs it: its driver, and a display that nobody sees, as it has no mode without one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser } from '../scripts/browsers.js';

export interface WebKitDriver {
  /** Where the driver listens, on this machine. */
  readonly port: number;
  stop(): void;
}

/** What a session asks of the driver. The browser is the one that the driver knows. */
export const webkitCapabilities = {
  browserName: 'MiniBrowser',
  'wdio:enforceWebDriverClassic': true, // the driver refuses sessions that ask for more
} as const;

/**
 * Starts a display and the driver on it.
 * @returns the driver once it answers; what was started ends with `stop`, and with this process
 * @throws {Error} when one of the two does not start
 */
export async function startWebKitDriver(): Promise<WebKitDriver> {
  const [driverPath, xvfbPath] = [findBrowser('webkit2gtk-driver'), findBrowser('xvfb')];
  if (!driverPath || !xvfbPath)
    throw new Error('WebKit was not found. Install it (Debian: apt-get install webkit2gtk-driver xvfb).');
  const started: ChildProcess[] = [];
  const stop = () => {
    process.off('exit', stop).off('SIGTERM', terminated);
    for (const child of started.splice(0)) child.kill('SIGKILL'); // without its display the browser ends too
  };
  // A runner whose file hangs is told to end so; from the keyboard an interrupt reaches what was started by itself.
  const terminated = () => {
    stop();
    process.kill(process.pid, 'SIGTERM');
  };
  process.on('exit', stop).on('SIGTERM', terminated);

  try {
    // The display takes a number that is free, and says which.
    const xvfb = spawn(xvfbPath, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    started.push(xvfb);
    const [display] = (await Promise.race([
      once(createInterface(xvfb.stdio[3] as NodeJS.ReadableStream), 'line'),
      ended(xvfb, 'Xvfb'),
    ])) as [string];

    const port = await freePort();
    const env = { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' };
    const driver = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env });
    started.push(driver);
    await Promise.race([answers(port), ended(driver, 'WebKitWebDriver')]);
    return { port, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function ended(child: ChildProcess, name: string): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`${name} ended at once, with code ${code}.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the driver says that it is ready, ten seconds at most. */
async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await wait(50);
  }
  throw new Error('WebKitWebDriver did not answer within ten seconds.');
}
