/// <reference types="cookie-manifest/svelte" />
