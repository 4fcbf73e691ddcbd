/** Bundles a script that imports packages, for a page that loads it as one file. */
import { build, type Rolldown } from 'vite';

const entry = 'virtual:entry.js';

/** @returns the script's code, with all that it imports in it */
export async function bundle(source: string): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, rollupOptions: { input: entry, output: { format: 'iife' } } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
  })) as Rolldown.RolldownOutput;
  return output.output[0].code;
}
