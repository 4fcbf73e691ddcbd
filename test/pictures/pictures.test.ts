/** The states that matter most look as they did: `npm run screenshots -- --baselines` takes the pictures anew that they are held against. */
import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compare } from './compare.js';
import { foremost, nameOf, picture, studio } from '../../scripts/screenshots/states.js';

const baselines = new URL('baselines/', import.meta.url);
const results = new URL('../../coverage/pictures/', import.meta.url);
/** Letters hinted and smoothed in another way come to nothing; wider buttons to three times this, another background to fifty times. */
const tolerated = 0.01;

const { open, close } = await studio();
after(close);
await rm(results, { recursive: true, force: true });

for (const state of foremost)
  test(`${nameOf(state)} looks as it did`, () =>
    open(state, async (page) => {
      const name = `${nameOf(state)}.png`;
      const now = await picture(page, state);
      const { share, where } = compare(await readFile(new URL(name, baselines)), now);
      if (share > tolerated) {
        await mkdir(results, { recursive: true });
        await writeFile(new URL(name, results), now);
        if (where) await writeFile(new URL(`differs-${name}`, results), where);
      }
      assert.ok(share <= tolerated, `${(share * 100).toFixed(2)} % of it differ: see ${fileURLToPath(results)}`);
    }));
