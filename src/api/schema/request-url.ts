/**
 * The scheme of a URL as Go's `url.ParseRequestURI` sees it: the empty string for a path, undefined for text that is
 * no URL. Only an absolute URL or a path that starts with `/` passes.
 */
export function requestUrlScheme(text: string): string | undefined {
  if (text === '*') return '';
  if (text === '' || controlCharacter.test(text)) return undefined;
  const colon = schemeOf.exec(text)?.[0].length ?? 0;
  const scheme = colon === 0 ? undefined : text.slice(0, colon - 1).toLowerCase();
  const rest = text.slice(colon).replace(/\?.*/s, '');
  if (!rest.startsWith('/')) return scheme;
  return isReadable(rest, scheme !== undefined) ? (scheme ?? '') : undefined;
}

const schemeOf = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** Whether Go can read what comes after the scheme: a path, perhaps with a host before it. */
function isReadable(rest: string, absolute: boolean): boolean {
  if (!rest.startsWith('//') || (!absolute && rest.startsWith('///'))) return !badEscape.test(rest);
  const slash = rest.indexOf('/', 2);
  const path = slash < 0 ? '' : rest.slice(slash);
  return isAuthority(slash < 0 ? rest.slice(2) : rest.slice(2, slash)) && !badEscape.test(path);
}

// eslint-disable-next-line no-control-regex -- these are what Go refuses
const controlCharacter = /[\u0000-\u001f\u007f]/;
const badEscape = /%(?![0-9A-Fa-f]{2})/;
const userInfo = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
const hostName = /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"\u0080-\uffff]*(:\d*)?$/;
const escapedHost = /%(?!25)[0-7]/;

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(at, 0));
  return userInfo.test(user) && !badEscape.test(user) && isHost(authority.slice(at + 1));
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) return /^\[[^\]]*\](:\d*)?$/.test(host);
  if (badEscape.test(host) || escapedHost.test(host)) return false;
  const colon = host.lastIndexOf(':');
  if (colon >= 0 && !/^\d*$/.test(host.slice(colon + 1))) return false;
  return hostName.test(host.replace(/%[0-9A-Fa-f]{2}/g, ''));
}
