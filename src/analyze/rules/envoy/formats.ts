import type { Json } from '../../../json.ts';
import type { Path } from '../../../path.ts';
import { isHeaderValue } from '../../../validate/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { headersOf } from './headers.ts';

/** A text that a proxy fills in, such as a header value or a line of the access log. */
export interface Format {
  readonly object: MeshObject;
  readonly path: Path;
  readonly text: string;
  /** What the proxies no longer get while one of its formats is wrong. */
  readonly lost: 'routes' | 'listeners';
}

/** Every format of the mesh. Header values that Istio itself refuses, and the host, which is no format, are left out. */
export function* formatsOf(mesh: Mesh): Generator<Format> {
  for (const { object, path, name, value } of mesh.derive(headersOf)) {
    if (value === undefined || name.startsWith(':') || name.toLowerCase() === 'host') continue;
    if (isHeaderValue(value)) yield { object, path, text: value, lost: 'routes' };
  }
  yield* logFormats(mesh.meshConfig);
}

function* logFormats(config: MeshObject<'MeshConfig'>): Generator<Format> {
  const { accessLogFormat = '', accessLogEncoding } = config.spec;
  const whole: Json = accessLogEncoding === 'JSON' ? (parsed(accessLogFormat) ?? '') : accessLogFormat;
  yield* inside(config, whole, ['accessLogFormat'], false);
  yield* providerFormats(config);
}

function* providerFormats(config: MeshObject<'MeshConfig'>): Generator<Format> {
  for (const [index, provider] of (config.spec.extensionProviders ?? []).entries()) {
    for (const field of ['envoyFileAccessLog', 'envoyOtelAls'] as const) {
      const { text = '', labels = {} } = provider[field]?.logFormat ?? {};
      const path = ['extensionProviders', index, field, 'logFormat'];
      yield* inside(config, text, [...path, 'text'], true);
      yield* inside(config, labels, [...path, 'labels'], true);
    }
  }
}

/** Undefined for text that is no JSON; Istio then falls back on its own format. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The texts of a value; their own places where the value is written as YAML, and not inside a text. */
function* inside(
  config: MeshObject<'MeshConfig'>,
  value: Json,
  path: Path,
  structured: boolean,
): Generator<Format> {
  if (typeof value === 'string') {
    yield { object: config, path: placeOf(config, path), text: value, lost: 'listeners' };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      yield* inside(config, item ?? null, structured ? [...path, step] : path, structured);
    }
  }
}

/** The mesh config may stand in a ConfigMap, as a text, or in an IstioOperator. */
function placeOf({ resource }: MeshObject<'MeshConfig'>, path: Path): Path {
  if (resource.apiVersion === 'v1') return ['data', 'mesh'];
  return resource.apiVersion.startsWith('install.istio.io/') ? ['spec', 'meshConfig', ...path] : path;
}
