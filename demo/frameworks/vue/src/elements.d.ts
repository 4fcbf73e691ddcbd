/// <reference types="cookie-manifest/vue" />
