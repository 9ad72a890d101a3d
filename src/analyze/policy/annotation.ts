import type { Json } from '../../json.ts';
import type { Resource } from '../../resources/index.ts';

const annotation = 'galley.istio.io/analyze-suppress';

/** What the annotation of istioctl on a resource suppresses: codes, slugs or `*`. */
export interface AnnotationSuppression {
  readonly names: readonly string[];
}

/** Reads the annotation; without `trim`, blanks beside a comma are part of the name, as they are for istioctl. */
export function suppressAnnotation({ value }: Resource, trim: boolean): AnnotationSuppression | undefined {
  const text = field(field(field(value, 'metadata'), 'annotations'), annotation);
  if (typeof text !== 'string') return undefined;
  const names = text.split(',');
  return { names: trim ? names.map((name) => name.trim()) : names };
}

function field(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined;
}
