import type { Reader } from '../locales/types.js';
import { localize, type TextInLanguage } from '../manifest/localize.js';
import type { Manifest } from '../manifest/types.js';
import type { ListedCookie } from './list.js';

/** The texts of a category for a reader. */
export interface CategoryTexts {
  readonly heading: TextInLanguage;
  /** Undefined where there is nothing to say. */
  readonly description: TextInLanguage | undefined;
  /** True where the description is the site's own, not the library's. */
  readonly describedBySite: boolean;
}

/**
 * Words the heading and the description of a category. What the manifest says comes first; the library has texts for the essential
 * category, and for its own cookie, which stands apart from every declared category.
 * @param group - any cookie of the category, or its group
 */
export function describeCategory(
  { category, own }: Pick<ListedCookie, 'category' | 'own'>,
  { categories, language: manifestLanguage }: Manifest,
  { requested, language, messages }: Reader,
): CategoryTexts {
  if (own) return { heading: { text: messages.ownTitle, language }, description: undefined, describedBySite: false };

  const isEssential = category === 'essential';
  const { label, description } = (Object.hasOwn(categories, category) && categories[category]) || {};
  const standardHeading = isEssential ? messages.essentialTitle : category;
  const standardDescription = isEssential ? { text: messages.essentialText, language } : undefined;
  return {
    heading: label ? localize(label, requested, manifestLanguage) : { text: standardHeading, language },
    description: description ? localize(description, requested, manifestLanguage) : standardDescription,
    describedBySite: !!description,
  };
}
