import type { MarkdownRenderer } from 'vitepress';

/** Makes links from a page to files outside `docs/` lead to the repository, where readers of the site find them. */
export function linkSources(markdown: MarkdownRenderer, repositoryUrl: string): void {
  markdown.core.ruler.push('source-links', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const path = token.type === 'link_open' && /^(?:\.\.\/){2}(.+)/.exec(token.attrGet('href') ?? '')?.[1];
      if (path) token.attrSet('href', `${repositoryUrl}/blob/main/${path}`);
    }
  });
}
