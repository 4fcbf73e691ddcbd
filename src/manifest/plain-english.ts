/**
 * Returns whether a number stands in English as its digits alone. Then a page needs no `Intl` object to word it: making its first one
 * takes some 15 milliseconds, which the visitor would wait for when the details open.
 */
export const isPlainEnglish = (language: string, number: number): boolean => number < 1000 && /^en\b/.test(language);
