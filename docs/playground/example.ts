/** The manifest that the playground begins with. */
export const exampleText = `{
  "revision": "2026-11-01",
  "language": "en",
  "site": { "name": "Example", "policyUrl": "/cookies" },
  "cookies": [
    {
      "name": "sid",
      "purpose": "Keeps you signed in.",
      "duration": "session",
      "exemption": "authentication",
      "httpOnly": true
    },
    {
      "name": "csrf_token",
      "purpose": "Makes sure that a form was sent by you.",
      "duration": "session",
      "exemption": "security"
    },
    {
      "name": "lang",
      "purpose": { "en": "Remembers your language.", "de": "Merkt sich Ihre Sprache." },
      "duration": "7 days",
      "exemption": "preference"
    }
  ]
}
`;
