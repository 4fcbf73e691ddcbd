import { Tokenizer, TokenizerMode } from '../libraries.js';

/** What is of interest in HTML: its texts, its scripts and its links, in order. */
interface Pieces {
  readonly texts: readonly string[];
  readonly scripts: readonly string[];
  readonly links: readonly string[];
}

const breaks = new Set([
  'br',
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'table',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** Cuts HTML into its pieces. No tree is made, so that no nesting is too deep. */
function piecesOf(html: string): Pieces {
  const texts: string[] = [];
  const scripts: string[] = [];
  const links: string[] = [];
  let inside: 'script' | 'style' | undefined;
  const onText = ({ chars }: { readonly chars: string }) => {
    if (inside === 'script') scripts.push((scripts.pop() ?? '') + chars);
    else if (!inside) texts.push(chars);
  };
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName, attrs }) {
        if (tagName === 'script' || tagName === 'style') {
          tokenizer.state = tagName === 'script' ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT;
          inside = tagName;
          if (inside === 'script') scripts.push('');
        }
        if (breaks.has(tagName)) texts.push(' ');
        const address = tagName === 'a' && attrs.find(({ name }) => name === 'href')?.value;
        if (address) links.push(address);
      },
      onEndTag({ tagName }) {
        if (tagName === inside) inside = undefined;
        if (breaks.has(tagName)) texts.push(' ');
      },
      onCharacter: onText,
      onWhitespaceCharacter: onText,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(html, true);
  return { texts, scripts, links };
}

const isMarkup = (text: string): boolean => /<[a-z!/]|&[a-z#]/i.test(text);

/** A text as people read it: without tags, entities resolved, each run of space one space. */
export const plainText = (text: string): string =>
  (isMarkup(text) ? piecesOf(text).texts.join('') : text).replace(/\s+/g, ' ').trim();

/** A name without markup; `<ID>` alone is a placeholder in it, and stays. */
export const plainName = (text: string): string =>
  text.includes('</') ? plainText(text) : text.replace(/\s+/g, ' ').trim();

/** The address of the first link in a text. */
export const linkOf = (text: string): string | undefined => (isMarkup(text) ? piecesOf(text).links[0] : undefined);

/** The scripts that stand in a page. */
export const scriptsOf = (html: string): readonly string[] => piecesOf(html).scripts.filter((script) => script.trim());
