/** Pages whose styles and layout are hostile or odd: what a visitor sees of the notice all the same. */
import test from 'node:test';
import { open, wholeWay, type Odd } from './odd.js';

const style = (text: string) => `<style>${text}</style>`;
const long = Array.from({ length: 40 }, (_, index) => `<p>Paragraph ${index} of a long page.</p>`).join('');

const harmless: { readonly [what: string]: Odd } = {
  'everything unset': { head: style('* { all: unset }') },
  'everything initial and important': { head: style('* { all: initial !important }') },
  'everything reverted': { head: style('*, *::before, *::after { all: revert !important }') },
  'dialogs, buttons and boxes not displayed': {
    head: style('div, dialog, button, section, p, table, [popover] { display: none !important }'),
  },
  'unknown elements not displayed': { head: style(':not(:defined), cookie-manifest { display: none !important }') },
  'everything invisible': { head: style('* { visibility: hidden !important; opacity: 0 !important }') },
  'everything tiny': {
    head: style(
      '* { font-size: 1px !important; line-height: 0 !important; width: 0 !important; height: 0 !important; max-height: 0 !important }',
    ),
  },
  'everything of one colour': {
    head: style(
      '* { color: white !important; background: white !important; -webkit-text-fill-color: white !important }',
    ),
  },
  'everything moved away': {
    head: style(
      '* { position: absolute !important; left: -9999px !important; transform: translate(-9999px) !important; margin: -9999px !important }',
    ),
  },
  'everything clipped': {
    head: style(
      '* { clip-path: inset(50%) !important; clip: rect(0 0 0 0) !important; overflow: hidden !important; contain: strict !important }',
    ),
  },
  'everything cased, spaced and hyphenated': {
    head: style(
      '* { text-transform: uppercase !important; letter-spacing: 1em !important; word-spacing: 3em !important; text-indent: -999em !important; white-space: nowrap !important }',
    ),
  },
  'no pointer events, no selection, no cursor': {
    head: style(
      'html, body, body * { pointer-events: none !important; user-select: none !important; cursor: none !important }',
    ),
  },
  'every popover and backdrop styled away': {
    head: style('*::backdrop, :popover-open, :modal { display: none !important; opacity: 0 !important }'),
  },
  'Bootstrap-like resets with a root of 10 px': {
    head: style(
      'html { font-size: 62.5% } *, *::before, *::after { box-sizing: content-box !important; border: 0 !important; padding: 0 !important }',
    ),
  },
  'a root font of one pixel': { head: style('html { font-size: 1px }') },
  'a root font of 200 %': { head: style('html { font-size: 200% }') },
  'a root font of 400 %': { head: style('html { font-size: 400% }') },
  'a root font of 200 % in a narrow window': {
    head: style('html { font-size: 200% }'),
    viewport: { width: 320, height: 640 },
  },
  'a body that does not scroll': {
    body: long,
    head: style('html, body { overflow: hidden; height: 100%; margin: 0 }'),
  },
  'a fixed body': { body: long, head: style('body { position: fixed; inset: 0; overflow: hidden }') },
  'a transformed and filtered ancestor': {
    around:
      '<div style="transform: scale(.2) rotate(90deg); filter: blur(9px); perspective: 1px; will-change: transform; height: 1px; overflow: hidden">element</div>',
  },
  'a transformed and filtered root': {
    head: style('html { transform: translateX(50px); filter: grayscale(1) } body { transform: scale(.5) }'),
  },
  'a clipped ancestor': {
    around:
      '<div style="clip-path: circle(0); mask-image: linear-gradient(transparent, transparent); overflow: clip; width: 0; height: 0">element</div>',
  },
  'a contained ancestor': {
    around: '<div style="contain: strict; container-type: size; width: 0; height: 0">element</div>',
  },
  'an ancestor of automatic content visibility, out of view': {
    body: long,
    around: '<div style="height: 300vh"></div><div style="content-visibility: auto">element</div>',
  },
  'a transparent ancestor': {
    around: '<div style="opacity: 0; visibility: hidden; mix-blend-mode: difference">element</div>',
  },
  'an isolated ancestor below an overlay': {
    around:
      '<div style="isolation: isolate; position: relative; z-index: -1">element</div><div style="position: fixed; inset: 0; z-index: 2147483647; background: #fee"></div>',
  },
  'a multi-column ancestor with an initial letter': {
    around: '<div style="columns: 9; width: 90px; text-align: justify; line-height: 9">element</div>',
  },
  'a flex item of no size': {
    around:
      '<div style="display: flex; width: 0"><div style="flex: 0 0 0; min-width: 0; overflow: hidden">element</div></div>',
  },
  'an enlarged root': { head: style('html { zoom: 2 }') },
  'vertical writing': { head: style('html { writing-mode: vertical-rl; text-orientation: upright }') },
  'vertical writing the other way': { head: style('html { writing-mode: sideways-lr }') },
  'a page from right to left': { html: 'lang="ar" dir="rtl"', attributes: 'lang="en"' },
  'a page from right to left, in a corner': { html: 'lang="en" dir="rtl"', attributes: 'placement="bottom-end"' },
  'bidirectional override': { head: style('* { unicode-bidi: bidi-override !important; direction: rtl !important }') },
  'a dark page by its meta tag': { head: '<meta name="color-scheme" content="dark"/>' },
  'a window of 200 px': { viewport: { width: 200, height: 500 } },
  'a window as at 400 % zoom': { viewport: { width: 320, height: 256 } },
  'a low window': { viewport: { width: 800, height: 180 } },
  'quirks mode': { doctype: '' },
  'a dark notice in quirks mode': {
    doctype: '',
    head: style('cookie-manifest { --cookie-manifest-background: #123; --cookie-manifest-color: #fff }'),
  },
  'limited quirks': {
    doctype:
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
  },
};

for (const [what, odd] of Object.entries(harmless))
  test(`the visitor reads and answers the notice: ${what}`, async () => {
    await wholeWay(await open(odd));
  });
