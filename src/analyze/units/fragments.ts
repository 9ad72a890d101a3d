import { posix } from 'node:path';
import type { Json, JsonObject } from '../../json.ts';
import type { Resource } from '../../resources/index.ts';
import type { Kustomization } from './kustomizations.ts';

/**
 * Why an object is only a part of one, which no check can judge by itself: a kustomization lists its file as a patch, or
 * it says `$patch` somewhere. Undefined for whole objects.
 */
export function fragmentReason(
  { document, value }: Resource,
  kustomizations: ReadonlyMap<string, Kustomization>,
): string | undefined {
  const file = posix.normalize(document.file);
  for (const { folder, patches } of kustomizations.values())
    if (patches.includes(file)) return `the kustomization in ${folder} uses its file as a patch`;
  return holdsDirective(value) ? 'it holds `$patch`' : undefined;
}

/** Runs over input that changes little meet the same values again. */
const searched = new WeakMap<JsonObject, boolean>();

function holdsDirective(value: JsonObject): boolean {
  const known = searched.get(value);
  if (known !== undefined) return known;
  const found = saysPatch(value, 0);
  searched.set(value, found);
  return found;
}

const deepest = 8;

function saysPatch(value: Json, depth: number): boolean {
  if (typeof value !== 'object' || value === null || depth > deepest) return false;
  if (Array.isArray(value)) return value.some((item) => saysPatch(item, depth + 1));
  for (const name in value) if (name === '$patch' || saysPatch(value[name] ?? null, depth + 1)) return true;
  return false;
}

const placeholder = /\$\{[^}]*\}|\$\([\w.-]+\)|(?<![?P])<[A-Za-z][\w .-]*>|\{\{.*\}\}|__[A-Z][A-Z0-9_]*__/;

/** Whether a text holds what a tool fills in later: `${HOST}`, `$(HOST)`, `<host>`, `__HOST__`. */
export const holdsPlaceholder = (text: string): boolean => placeholder.test(text);
