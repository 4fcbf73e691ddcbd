/** How many letters must be added, left out or changed to get from one word to the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1));
    row = next;
  }
  return row[to.length]!;
}

/**
 * The question that ends a problem's message where a known word is near to what was written, else nothing.
 * @param before - what stands before the word: the number of a duration
 */
export function suggestWord(written: string, known: readonly string[], before = ''): string {
  const word = written.toLowerCase();
  const far = (candidate: string) => {
    const near = candidate.toLowerCase();
    if (word.length > 1 && near.startsWith(word)) return 0;
    return Math.abs(near.length - word.length) < 3 ? distance(word, near) : Infinity;
  };
  const [best] = [...known].sort((a, b) => far(a) - far(b));
  return best && far(best) < Math.min(3, word.length) ? ` Did you mean "${before}${best}"?` : '';
}
