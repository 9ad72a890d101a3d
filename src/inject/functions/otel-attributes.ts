import { isObject, objectsIn, plainText, type JsonObject } from '../../json.ts';

interface Subject {
  readonly mesh: JsonObject;
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly namespace: string;
  readonly containers: readonly JsonObject[];
}

/**
 * The service of a pod as OpenTelemetry names it, where a provider of the mesh asks for that; empty otherwise.
 * Source: https://opentelemetry.io/docs/specs/semconv/non-normative/k8s-attributes/
 */
export function otelAttributes(subject: Subject): string {
  if (!isAskedFor(subject.mesh)) return '';
  const found: Readonly<Record<string, string>> = {
    'service.namespace': subject.namespace,
    'service.version': versionOf(subject),
    'service.instance.id': instanceOf(subject),
  };
  return Object.entries(found)
    .map(([key, value]) => [key, subject.annotations[`resource.opentelemetry.io/${key}`] ?? value] as const)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

const isAskedFor = ({ extensionProviders }: JsonObject): boolean =>
  objectsIn(extensionProviders).some(
    ({ opentelemetry }) =>
      isObject(opentelemetry) && opentelemetry.serviceAttributeEnrichment === 'OTEL_SEMANTIC_CONVENTIONS',
  );

function versionOf({ labels, containers }: Subject): string {
  const label = labels['app.kubernetes.io/version'] ?? '';
  if (label !== '') return label;
  const [only] = containers;
  return containers.length === 1 && only !== undefined ? imageVersion(plainText(only.image)) : '';
}

/** The tag of an image, its digest, or both. */
function imageVersion(image: string): string {
  const [name = '', digest] = image.split('@');
  const last = name.slice(name.lastIndexOf('/') + 1);
  const tag = last.includes(':') ? last.slice(last.indexOf(':') + 1) : '';
  if (digest === undefined) return tag;
  return tag === '' ? digest : `${tag}@${digest}`;
}

function instanceOf({ namespace, containers: [first] }: Subject): string {
  return first === undefined ? '' : `${namespace}.$(POD_NAME).${plainText(first.name)}`;
}
