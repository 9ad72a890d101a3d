import { requestUrlScheme } from '../../api/index.ts';

/** Whether a text is an absolute URL with the scheme http or https; it may have a fragment. */
export function isHttpUrl(text: string): boolean {
  const hash = text.indexOf('#');
  const scheme = requestUrlScheme(hash === -1 ? text : text.slice(0, hash));
  if (scheme !== 'http' && scheme !== 'https') return false;
  return hash === -1 || !badEscape.test(text.slice(hash));
}

const badEscape = /%(?![0-9A-Fa-f]{2})/;

/** The scheme of a URL that may lack one, empty then; undefined for what is no URL. */
export const looseScheme = (text: string): string | undefined => {
  const scheme = requestUrlScheme(text);
  if (scheme !== undefined) return scheme;
  return requestUrlScheme(`http://${text}`) === undefined ? undefined : '';
};
