/// <reference types="cookie-manifest/react" />
