import { requestUrlScheme } from '../../api/index.ts';

/** Whether a text is an absolute URL with the scheme http or https. */
export function isHttpUrl(text: string): boolean {
  const scheme = requestUrlScheme(text);
  return scheme === 'http' || scheme === 'https';
}

/** The scheme of a URL that may lack one, empty then; undefined for what is no URL. */
export const looseScheme = (text: string): string | undefined => {
  const scheme = requestUrlScheme(text);
  if (scheme !== undefined) return scheme;
  return requestUrlScheme(`http://${text}`) === undefined ? undefined : '';
};
