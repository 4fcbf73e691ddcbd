/** Gets the direction in which a language is written. */
export const getDirection = (language: string): 'rtl' | 'ltr' => (/^(ar|fa|he|ur|yi)\b/.test(language) ? 'rtl' : 'ltr');
