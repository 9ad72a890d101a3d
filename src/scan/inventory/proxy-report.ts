import { MeshctlError, messageOf } from '../../errors.ts';
import { isObject, objectIn, objectsIn, plainText, type Json, type JsonObject } from '../../json.ts';

/** What a proxy says of itself. */
export interface ProxyReport {
  /** `sidecar`, `router`, `waypoint`, `ztunnel`; empty where it is not told. */
  readonly role: string;
  readonly namespace: string;
  /** Of the Pod. */
  readonly name: string;
  /** As it reports it, with suffixes; empty where it does not. */
  readonly version: string;
  readonly revision: string;
}

/**
 * Reads what proxies say of themselves: a config dump of Envoy or a bootstrap alone, an answer of `/server_info`, or the
 * list of connected proxies of an istiod (`/debug/syncz`).
 *
 * @throws {MeshctlError} `input` for what is none of them.
 */
export function readProxyReports(text: string, file: string): readonly ProxyReport[] {
  const json = parse(text, file);
  if (Array.isArray(json)) {
    const connected = json.filter(isObject).filter(({ proxy }) => proxy !== undefined);
    if (connected.length > 0) return connected.map(fromSync);
  }
  const node = isObject(json) ? nodeIn(json) : undefined;
  if (node !== undefined) return [fromNode(node)];
  throw new MeshctlError('input', `${file} does not say which proxy it is from`, {
    hint: 'save what `pilot-agent request GET server_info` prints, or `config_dump`',
  });
}

function parse(text: string, file: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new MeshctlError('input', `${file} is no JSON`, { reason: messageOf(cause), cause });
  }
}

function nodeIn(json: JsonObject): JsonObject | undefined {
  const bootstraps = [json, ...objectsIn(json, 'configs')].map((part) => objectIn(part, 'bootstrap'));
  return [objectIn(json, 'node'), ...bootstraps.map((part) => objectIn(part, 'node'))].find(
    ({ id }) => plainText(id) !== '',
  );
}

/** Ids are like `sidecar~10.0.0.7~reviews-v1-0.default~default.svc.cluster.local`. */
function fromNode(node: JsonObject): ProxyReport {
  const [role = '', , named = ''] = plainText(node.id).split('~');
  const metadata = objectIn(node, 'metadata');
  const [name, namespace] = namesIn(named);
  return {
    ...{ role, name, namespace },
    version: plainText(metadata.ISTIO_VERSION),
    revision: plainText(objectIn(metadata, 'LABELS')['istio.io/rev']),
  };
}

function fromSync(entry: JsonObject): ProxyReport {
  const [name, namespace] = namesIn(plainText(entry.proxy));
  const role = plainText(entry.proxy_type);
  return { role, name, namespace, version: plainText(entry.istio_version), revision: '' };
}

function namesIn(text: string): readonly [name: string, namespace: string] {
  const at = text.lastIndexOf('.');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
