new CookieConsent({ contentUrl: '/library/cookie-consent-js/cookie-consent-content', privacyPolicyUrl: '#privacy' });
