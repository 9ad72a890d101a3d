import type { Json } from '../json.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';

/**
 * Whether something in the input makes a Secret, which is then not in the input itself: a Certificate of cert-manager, an
 * ExternalSecret, a SealedSecret. Such an object that names no namespace may be meant for any.
 */
export function isMadeSecret(mesh: Mesh, namespace: string, name: string): boolean {
  const made = mesh.derive(madeSecrets);
  return made.has(`${namespace}/${name}`) || made.has(`/${name}`);
}

/** Whether cert-manager makes the Secrets that the listeners of a Gateway name, as annotations ask it to. */
export const hasIssuer = ({ annotations }: MeshObject): boolean =>
  ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'].some((name) => name in annotations);

/** `apiVersion` without its version, and kind, to the path of the name; the name of the object where that is absent. */
const makers: Readonly<Record<string, readonly string[]>> = {
  'cert-manager.io Certificate': ['spec', 'secretName'],
  'external-secrets.io ExternalSecret': ['spec', 'target', 'name'],
  'bitnami.com SealedSecret': ['spec', 'template', 'metadata', 'name'],
};

function madeSecrets(mesh: Mesh): ReadonlySet<string> {
  return new Set(
    mesh.of('Other').flatMap(({ resource, namespace, name }) => {
      const [group = ''] = resource.apiVersion.split('/');
      const path = makers[`${group} ${resource.kind}`];
      if (path === undefined) return [];
      const made = path.reduce<Json | undefined>(childOf, resource.value);
      return [`${namespace}/${typeof made === 'string' ? made : name}`];
    }),
  );
}

const childOf = (value: Json | undefined, key: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined;
