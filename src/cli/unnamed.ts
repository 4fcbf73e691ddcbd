/** What a build has seen of the pages that should name its manifest, and what it says where none does. */

/** How a page's elements name their manifests. */
export interface Naming {
  /** Whether one names the manifest that was looked for. */
  readonly isNamed: boolean;
  /** The start tags of those that name another one or none. */
  readonly others: readonly string[];
}

/** The pages of one build, or those that a development server was asked for so far. */
export class Pages {
  #isNamed = false;
  readonly #names: string[] = [];
  readonly #others: string[] = [];

  /** Whether a page has named the manifest. */
  get isNamed(): boolean {
    return this.#isNamed;
  }

  /** Takes note of a page. */
  add(name: string, { isNamed, others }: Naming): void {
    this.#isNamed ||= isNamed;
    this.#names.push(name);
    this.#others.push(...others.map((tag) => `${tag} in ${name}`));
  }

  /**
   * Says that no page names the manifest, what was looked for, and what was found instead.
   * @param address - of the manifest on the site
   * @param file - the manifest, as messages name it
   */
  explain(address: string, file: string): string {
    const looked = `Looked for <cookie-manifest src="${address}"> in ${list(this.#names) || 'HTML pages, of which there were none'}`;
    const found = this.#others.length > 0 ? `, and found ${list(this.#others)}` : '';
    return (
      `No page names ${address}, the address of ${file}, so none gets its revision. ${looked}${found}. ` +
      'Where scripts or a server make the element, write the revision there, and give the plugin pages: false.'
    );
  }
}

/** Lists the first three, and says how many there are besides. */
function list(items: readonly string[]): string {
  const distinct = [...new Set(items)];
  const more = distinct.length > 3 ? ` and ${distinct.length - 3} more` : '';
  return distinct.slice(0, 3).join(', ') + more;
}
