/** The manifest of pages that are about something else. */
export const revision = '2026-11-01';

/** A small manifest; what a test gives comes on top. */
export const manifest = (more: object = {}) => ({
  revision,
  language: 'en',
  site: { name: 'Example', policyUrl: '/policy', privacyUrl: '/privacy' },
  cookies: [
    { name: 'sid', purpose: 'Keeps you signed in.', duration: 'session', exemption: 'authentication' },
    { name: 'device', purpose: 'Recognises this device.', duration: '3 years' },
  ],
  ...more,
});
