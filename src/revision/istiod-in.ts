import { objectIn, objectsIn, plainText, valueIn, type Json, type JsonObject } from '../json.ts';
import { imageTag } from './image-tag.ts';

/** A Deployment of istiod. */
export interface Istiod {
  readonly namespace: string;
  readonly name: string;
  /** How many of its pods are wanted. */
  readonly replicas: number;
  readonly ready: number;
  /** The tag of its image; empty for an image by its digest alone. */
  readonly version: string;
}

/** What a Deployment of istiod says of itself. */
export function istiodIn(deployment: JsonObject): Istiod {
  const { name, namespace } = objectIn(deployment, 'metadata');
  return {
    namespace: plainText(namespace),
    name: plainText(name),
    replicas: numberOr(1, valueIn(deployment, 'spec', 'replicas')),
    ready: numberOr(0, valueIn(deployment, 'status', 'readyReplicas')),
    version: versionIn(deployment),
  };
}

const numberOr = (none: number, value: Json | undefined): number =>
  typeof value === 'number' ? value : none;

function versionIn(deployment: JsonObject): string {
  const all = objectsIn(deployment, 'spec', 'template', 'spec', 'containers');
  const image = plainText((all.find(({ name }) => name === 'discovery') ?? all[0])?.image);
  return imageTag(image);
}
