/**
 * Replaces what stands in a text between `<!-- table:NAME -->` and `<!-- /table -->`.
 * @param write - gives what a block holds from now on, from its name and what it holds
 */
export function replaceBlocks(text: string, write: (name: string, old: string) => string): string {
  return text.replace(
    /(<!-- table:(\w+) -->\n)((?:(?!<!-- )[^])*)(<!-- \/table -->)/g,
    (_, begin: string, name: string, old: string, end: string) => `${begin}${write(name, old.trimEnd())}\n${end}`,
  );
}
