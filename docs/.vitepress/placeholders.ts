/** Makes a plugin of Vite that fills the words which stand for values in the pages: those of the build. */
export const fillPlaceholders = (values: Readonly<Record<string, string>>) => ({
  name: 'fill-placeholders',
  enforce: 'pre' as const,
  transform(text: string, id: string) {
    if (!id.endsWith('.md')) return null;
    return text.replace(new RegExp(`\\b(?:${Object.keys(values).join('|')})\\b`, 'g'), (word) => values[word]!);
  },
});
