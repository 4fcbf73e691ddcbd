/// <reference types="cookie-manifest/astro" />
