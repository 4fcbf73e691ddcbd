import type { Manifest } from '../../src/manifest/types.js';

/** Writes the tag for a page that loads the script from its own files. */
export const writeTag = (manifest: Manifest | undefined): string =>
  `<script type="module" src="/cookie-manifest.js"></script>
<cookie-manifest src="/cookies.json"${manifest?.revision ? ` revision="${manifest.revision}"` : ''}></cookie-manifest>`;
