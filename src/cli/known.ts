import type { Exemption } from '../manifest/fields.js';
import { findCookie } from '../manifest/match-name.js';

interface Known {
  readonly name: string;
  readonly exemption: Exemption;
}

const named = (exemption: Exemption, ...names: readonly string[]): readonly Known[] =>
  names.map((name) => ({ name, exemption }));

/**
 * Cookies whose names alone say what they are for, as the documentation of what sets them gives them. Their exemptions are those of
 * WP29 Opinion 04/2012. A session's identifier is "user input" (3.1), as all that its name says is that what was entered is kept together.
 */
const known: readonly Known[] = [
  // PHP (session.name), Jakarta Servlet (7.1.1), ASP.NET, ASP.NET Core, express-session, Laravel, CodeIgniter, ColdFusion, Django
  ...named(
    'user-input',
    'PHPSESSID',
    'JSESSIONID',
    'ASP.NET_SessionId',
    '.AspNetCore.Session',
    'connect.sid',
    'laravel_session',
    'ci_session',
    'CFID',
    'CFTOKEN',
    'sessionid',
  ),
  // ASP.NET, ASP.NET Core, Auth.js, WordPress
  ...named(
    'authentication',
    '.ASPXAUTH',
    '.AspNetCore.Cookies',
    '.AspNetCore.Identity.Application',
    'next-auth.session-token',
    '__Secure-next-auth.session-token',
  ),
  ...named(
    'authentication',
    'authjs.session-token',
    '__Secure-authjs.session-token',
    'wordpress_logged_in_*',
    'wordpress_sec_*',
  ),
  // Against forged requests: Laravel and Angular, Django, ASP.NET, ASP.NET Core, csurf, Auth.js
  ...named(
    'security',
    'XSRF-TOKEN',
    'csrftoken',
    '__RequestVerificationToken*',
    '.AspNetCore.Antiforgery.*',
    '_csrf',
    'next-auth.csrf-token',
    '__Host-next-auth.csrf-token',
    'authjs.csrf-token',
    '__Host-authjs.csrf-token',
  ),
  // Against bots: Cloudflare ("Cloudflare Cookies"), Akamai Bot Manager
  ...named('security', '__cf_bm', 'cf_clearance', '_cfuvid', 'ak_bmsc', 'bm_sz'),
  // AWS Elastic Load Balancing ("Sticky sessions"), Azure App Service, Google Cloud ("Session affinity"), Cloudflare, F5 BIG-IP, HAProxy's examples
  ...named(
    'load-balancing',
    'AWSALB',
    'AWSALBCORS',
    'AWSALBTG',
    'AWSALBTGCORS',
    'AWSELB',
    'AWSELBCORS',
    'ARRAffinity',
    'ARRAffinitySameSite',
    'GCLB',
    'GCILB',
    '__cflb',
    'BIGipServer*',
    'SERVERID',
  ),
];

/** The exemption that a cookie's name speaks for; undefined where it is no well-known one. */
export const exemptionOf = (name: string): Exemption | undefined => findCookie(known, name)?.exemption;
