/**
 * The scheme of a URL as Go's `url.ParseRequestURI` sees it: the empty string for a path, undefined for text that is
 * no URL. Only an absolute URL or a path that starts with `/` passes.
 */
export function requestUrlScheme(text: string): string | undefined {
  if (text === '' || controlCharacter.test(text)) return undefined;
  if (text === '*') return '';
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1];
  if (scheme === undefined && text.startsWith(':')) return undefined;
  const rest = (scheme === undefined ? text : text.slice(scheme.length + 1)).split('?', 1)[0] ?? '';
  if (!rest.startsWith('/')) return scheme?.toLowerCase();
  if (!rest.startsWith('//') || (scheme === undefined && rest.startsWith('///')))
    return pathScheme(rest, scheme);
  const slash = rest.indexOf('/', 2);
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
  if (!isAuthority(authority)) return undefined;
  return pathScheme(slash < 0 ? '' : rest.slice(slash), scheme);
}

// eslint-disable-next-line no-control-regex -- these are what Go refuses
const controlCharacter = /[\u0000-\u001f\u007f]/;
const badEscape = /%(?![0-9A-Fa-f]{2})/;
const userInfo = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
const hostName = /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"\u0080-\uffff]*(:\d*)?$/;
const escapedHost = /%(?!25)[0-7]/;

function pathScheme(path: string, scheme = ''): string | undefined {
  return badEscape.test(path) ? undefined : scheme.toLowerCase();
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf('@');
  if (at >= 0 && (!userInfo.test(authority.slice(0, at)) || badEscape.test(authority.slice(0, at))))
    return false;
  const host = authority.slice(at + 1);
  if (host.startsWith('[')) return /^\[[^\]]*\](:\d*)?$/.test(host);
  if (badEscape.test(host) || escapedHost.test(host)) return false;
  const colon = host.lastIndexOf(':');
  if (colon >= 0 && !/^\d*$/.test(host.slice(colon + 1))) return false;
  return hostName.test(host.replace(/%[0-9A-Fa-f]{2}/g, ''));
}
