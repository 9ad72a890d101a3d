import { MeshctlError } from '../../errors.ts';
import { plainText, withoutKey, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import type { Kind } from '../kinds/kind.ts';
import { Refusal } from '../refusal.ts';
import { metadataOf, nameOf, namespaceOf, withMetadata } from '../store/metadata.ts';
import { createObject } from '../write/create-object.ts';

const namespaces = builtIn('Namespace');
const by = { manager: 'kubectl-client-side-apply' };

/** Objects that a cluster starts with. */
export class Seed {
  readonly #cluster: Cluster;
  #waiting: readonly JsonObject[];

  constructor(cluster: Cluster, objects: readonly JsonObject[]) {
    this.#cluster = cluster;
    const isFirst = (object: JsonObject): boolean =>
      object.kind === 'Namespace' || object.kind === 'CustomResourceDefinition';
    this.#waiting = [...objects.filter(isFirst), ...objects.filter((object) => !isFirst(object))];
  }

  /** Makes the objects whose kinds are served now; the others wait. What is refused is told, and not tried again. */
  plant(refused: (error: MeshctlError) => void): void {
    const { catalogue } = this.#cluster;
    const left: JsonObject[] = [];
    for (const object of this.#waiting) {
      const kind = catalogue.named(plainText(object.apiVersion), plainText(object.kind));
      if (kind === undefined) left.push(object);
      else this.#make(kind, object, refused);
    }
    this.#waiting = left;
  }

  #make(kind: Kind, object: JsonObject, refused: (error: MeshctlError) => void): void {
    const { name } = metadataOf(object);
    const namespace = namespaceOf(object) || 'default';
    const placed = withMetadata(withoutKey(object, 'status'), {
      namespace: kind.namespaced ? namespace : undefined,
      ...{ resourceVersion: undefined, managedFields: undefined },
    });
    const { store } = this.#cluster;
    if (store.get(kind, kind.namespaced ? namespace : '', nameOf(object)) !== undefined) return;
    try {
      if (kind.namespaced && store.get(namespaces, '', namespace) === undefined)
        createObject(this.#cluster, namespaces, { metadata: { name: namespace } }, by);
      createObject(this.#cluster, kind, placed, by);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused(
        new MeshctlError('input', `the sandbox refuses ${kind.kind} ${plainText(name)} of its seed`, {
          reason: error.message,
          hint: 'correct the object, or leave it out',
        }),
      );
    }
  }
}
