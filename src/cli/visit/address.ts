/** An address as reports show it: queries and fragments may hold what identifies a visitor. */
export function shown(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url ? `${url.protocol}//${url.host}${url.pathname}` : address;
}

/** A beacon's name: its address without scheme and query. */
export const beaconName = (address: string): string => {
  const { host, pathname } = new URL(address);
  return host.replace(/:\d+$/, '') + pathname;
};

export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

export const isHttp = (address: string): boolean => /^https?:/.test(address);

/** Whether a host belongs to a site: is its registrable domain, or below it. */
export const isWithin = (host: string, site: string): boolean =>
  `.${host.replace(/^\./, '').toLowerCase()}`.endsWith(`.${site.toLowerCase()}`);
