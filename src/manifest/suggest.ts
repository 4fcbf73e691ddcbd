/** Counts the letters that must be added, left out or changed to get from one word to the other (Levenshtein). */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const added = next[j - 1]! + 1;
      const leftOut = row[j]! + 1;
      const changed = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next[j] = Math.min(added, leftOut, changed);
    }
    row = next;
  }
  return row[to.length]!;
}

/**
 * Suggests a known word that is near to what was written, as the question that ends a problem's message.
 * @param before - what stands before the word: the number of a duration
 * @returns an empty text where no known word is near
 */
export function suggestWord(written: string, known: readonly string[], before = ''): string {
  const word = written.toLowerCase();
  const measureDistance = (candidate: string) => {
    const other = candidate.toLowerCase();
    if (word.length > 1 && other.startsWith(word)) return 0;
    return Math.abs(other.length - word.length) < 3 ? countEdits(word, other) : Infinity;
  };
  const [best] = [...known].sort((a, b) => measureDistance(a) - measureDistance(b));
  return best && measureDistance(best) < Math.min(3, word.length) ? ` Did you mean "${before}${best}"?` : '';
}
