import type { Detection } from './detection.ts';
import { parseDetectPath, type PathStep } from './detect-path.ts';

/** The steps of the path of a detection; that of some kinds is the name of one key, with dots and slashes in it. */
export function stepsOf({ kind, path }: Pick<Detection, 'kind' | 'path'>): readonly PathStep[] {
  return keyed.has(kind) ? [{ step: 'keys', names: keysOf(path) }] : parseDetectPath(path);
}

const keyed = new Set(['IstiodEnv', 'PilotEnv', 'ProxyMetadata', 'PodAnnotation', 'NamespaceLabel']);

/** `a/(b|c)` is two keys. */
function keysOf(path: string): readonly string[] {
  const [, before = '', either, after = ''] = /^([^()]*)\(([^()]*)\)([^()]*)$/.exec(path) ?? [];
  return either === undefined ? [path] : either.split('|').map((part) => `${before}${part}${after}`);
}
