/** Measures the built site with Lighthouse, as a phone on a slow network sees it, and fails where a score is below 95 of 100. */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { startSite } from '../../test/site/site.js';
import { chromiumArgs, chromiumPath } from '../browsers.js';

const pages = ['index.html', 'playground.html'];
const categories = ['performance', 'accessibility', 'best-practices'];
const least = 0.95;

const site = await startSite();
const chrome = await launch({ chromePath: chromiumPath(), chromeFlags: ['--headless', ...chromiumArgs] });
try {
  for (const page of pages) {
    const result = await lighthouse(site.url + page, { port: chrome.port, onlyCategories: categories });
    const { categories: scores, audits } = result!.lhr;
    for (const { id, score } of Object.values(scores)) {
      console.log(`${page.padEnd(16)} ${id.padEnd(16)} ${Math.round(score! * 100)}`);
      if (score! < least) process.exitCode = 1;
    }
    const { displayValue: painted } = audits['largest-contentful-paint']!;
    console.log(`${page.padEnd(16)} largest paint    ${painted}`);
  }
} finally {
  chrome.kill();
  site.close();
}
