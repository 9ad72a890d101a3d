import { TemplateFault } from '../template-fault.ts';
import { goFunction } from '../values/go-function.ts';
import { mapOf } from '../values/go-map.ts';
import type { GoMap, GoValue } from '../values/go-value.ts';
import { typeOf } from '../values/type-of.ts';

/** https://masterminds.github.io/sprig/url.html. Source of the form: RFC 3986 */
export const urls = {
  urlParse: goFunction(['string'], parse),
  urlJoin: goFunction(['map[string]interface {}'], join),
};

const form =
  /^(?:(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):)?(?<slashes>\/\/(?<authority>[^/?#]*))?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$/s;

function parse(text: string): GoMap {
  if (/\p{Cc}/u.test(text)) throw new TemplateFault('the URL has control characters');
  const groups = form.exec(text)?.groups ?? {};
  const part = (name: string): string => groups[name] ?? '';
  const [scheme, path] = [part('scheme'), part('path')];
  const isOpaque = scheme !== '' && groups.slashes === undefined && !path.startsWith('/');
  if (/^[^/?#]*:/.test(text) && scheme === '') {
    throw new TemplateFault('the first part of the path of a URL has no colon');
  }
  return mapOf([
    ...authorityParts(part('authority')),
    ['fragment', decoded(part('fragment'))],
    ['opaque', isOpaque ? path : ''],
    ['path', isOpaque ? '' : decoded(path)],
    ['query', part('query')],
    ['scheme', scheme.toLowerCase()],
  ]);
}

function authorityParts(authority: string): readonly (readonly [string, string])[] {
  const at = authority.lastIndexOf('@');
  const host = decoded(authority.slice(at + 1));
  if (/[\s<>"\\^`{|}]/.test(authority)) throw new TemplateFault('the host of the URL has wrong characters');
  return [
    ['host', host],
    ['hostname', hostname(host)],
    ['userinfo', authority.slice(0, Math.max(at, 0))],
  ];
}

function hostname(host: string): string {
  const [, name = ''] = /^(.*?)(?::\d*)?$/s.exec(host) ?? [];
  return name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
}

function decoded(text: string): string {
  if (/%(?![0-9a-fA-F]{2})/.test(text)) throw new TemplateFault('an escape in the URL is not well formed');
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString(),
  );
}

function join(map: GoMap): string {
  const scheme = partOf(map, 'scheme');
  const host = partOf(map, 'host');
  const path = partOf(map, 'path');
  const user = partOf(map, 'userinfo');
  const query = partOf(map, 'query');
  const fragment = partOf(map, 'fragment');
  const opaque = partOf(map, 'opaque');
  const before = scheme === '' ? '' : `${scheme}:`;
  const after =
    (query === '' ? '' : `?${query}`) +
    (fragment === '' ? '' : `#${escapedBy(fragment, /[^A-Za-z0-9\-_.~$&+,/:;=?@!()*']/gu)}`);
  if (opaque !== '') return before + opaque + after;
  return before + withAuthority(user, host, path, scheme) + after;
}

function withAuthority(user: string, host: string, path: string, scheme: string): string {
  const shown = escapedBy(path, /[^A-Za-z0-9\-_.~$&+,/:;=@!()*']/gu);
  const rooted = host !== '' && shown !== '' && !shown.startsWith('/') ? `/${shown}` : shown;
  if (host === '' && user === '' && !(scheme !== '' && path.startsWith('//'))) return shown;
  return `//${user === '' ? '' : `${user}@`}${host}${rooted}`;
}

function partOf(map: GoMap, key: string): string {
  const value: GoValue = map[key];
  if (value === undefined) return '';
  if (typeof value !== 'string')
    throw new TemplateFault(`${key} must be a text, not of type ${typeOf(value)}`);
  return value;
}

const escapedBy = (text: string, unsafe: RegExp): string =>
  text.replace(unsafe, (character) =>
    [...Buffer.from(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
