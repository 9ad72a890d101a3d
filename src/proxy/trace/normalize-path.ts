import { asText, valueAt, type Maybe } from '../message/index.ts';
import { barePath } from './path-match.ts';

/** A path as a connection manager makes it before it routes. */
export interface NormalizedPath {
  readonly path: string;
  /** What is done with the request: it goes on, is refused (400), or is redirected to the path (307). */
  readonly action: 'continue' | 'reject' | 'redirect';
  /** The field of the connection manager that decides; empty when the path stays as it was. */
  readonly field: string;
}

/** What a connection manager does to a path, in the order of Envoy: escaped slashes, dots, then double slashes. */
export function normalizePath(manager: Maybe, path: string): NormalizedPath {
  const bare = barePath(path);
  const rest = path.slice(bare.length);
  if (rest.startsWith('#')) return { path, action: 'reject', field: '' };
  const unescaped = withSlashes(manager, bare);
  if (unescaped.action === 'reject') return { path, action: 'reject', field: escapedSlashes };
  let { result, field } = unescaped;
  for (const [name, change] of changes) {
    if (valueAt(manager, name) !== true) continue;
    const changed = change(result);
    if (changed === undefined) return { path, action: 'reject', field: name };
    if (changed !== result) field ||= name;
    result = changed;
  }
  return { path: result + rest, action: unescaped.action, field };
}

const escapedSlashes = 'path_with_escaped_slashes_action';

const changes: readonly (readonly [field: string, change: (path: string) => string | undefined])[] = [
  ['normalize_path', canonical],
  // Slashes go after dots, as Envoy does it.
  ['merge_slashes', (path) => path.replace(/\/{2,}/g, '/')],
];

const actions: Readonly<Record<string, NormalizedPath['action']>> = {
  REJECT_REQUEST: 'reject',
  UNESCAPE_AND_REDIRECT: 'redirect',
  UNESCAPE_AND_FORWARD: 'continue',
};

function withSlashes(
  manager: Maybe,
  path: string,
): { readonly result: string; readonly action: NormalizedPath['action']; readonly field: string } {
  const action = actions[asText(valueAt(manager, escapedSlashes))];
  const result = path.replace(/%2f/gi, '/').replace(/%5c/gi, '\\');
  if (action === undefined || result === path) return { result: path, action: 'continue', field: '' };
  return { result, action, field: escapedSlashes };
}

/** As browsers read paths: letters, digits and `-._~` unescaped, without dots; undefined when that cannot be done. */
function canonical(path: string): string | undefined {
  if (!path.startsWith('/')) return undefined;
  const text = path
    .replaceAll('\\', '/')
    .replace(/[^\x21-\x7e]|["<>^`{|}]/gu, encodeURIComponent)
    .replace(/%([0-9a-f]{2})/gi, (escaped, digits: string) => {
      const sign = String.fromCharCode(Number.parseInt(digits, 16));
      return /[\w.~-]/.test(sign) ? sign : escaped;
    });
  if (text.includes('%00')) return undefined;
  return `/${withoutDots(text.slice(1).split('/')).join('/')}`;
}

function withoutDots(names: readonly string[]): string[] {
  const kept: string[] = [];
  for (const [index, name] of names.entries()) {
    if (name === '..') kept.pop();
    if (name !== '.' && name !== '..') kept.push(name);
    else if (index === names.length - 1) kept.push('');
  }
  return kept;
}
