import type { Path } from '../../path.ts';
import type { Mesh } from '../mesh.ts';
import type { MeshObject } from '../mesh-object.ts';
import { isGranted } from './grants.ts';
import { gatewaysOf } from './listeners.ts';
import { isIstios } from './roles.ts';
import type { SecretRefFault } from './certificate-refs.ts';

/** What is wrong with certificates that clients or servers are verified by. */
export type CaRefFault = SecretRefFault | 'several' | 'no-certificate';

/** A reference to certificates that clients are verified by. */
export interface CaRef {
  readonly gateway: MeshObject<'KubernetesGateway'>;
  readonly path: Path;
  readonly label: string;
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  readonly fault: CaRefFault | undefined;
}

interface WrittenRef {
  readonly group?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** Every reference of a Gateway to certificates that clients are verified by: `mesh.derive(caRefsOf)`. */
export const caRefsOf = (mesh: Mesh): readonly CaRef[] =>
  mesh
    .derive(gatewaysOf)
    .filter(({ role }) => isIstios(role))
    .flatMap(({ gateway }) =>
      validationsOf(gateway).flatMap(({ path, refs }) =>
        refs.map((ref, index) => {
          const { kind = '', namespace = gateway.namespace, name = '' } = ref;
          const fault = index > 0 ? 'several' : faultOf(mesh, gateway, { ...ref, kind, namespace, name });
          const label = `${kind} ${namespace}/${name}`;
          return { gateway, path: [...path, index], label, namespace, name, kind, fault };
        }),
      ),
    );

function validationsOf({ spec: { tls } }: MeshObject<'KubernetesGateway'>): readonly {
  readonly path: Path;
  readonly refs: readonly WrittenRef[];
}[] {
  const { default: usual, perPort = [] } = tls?.frontend ?? {};
  const base: Path = ['spec', 'tls', 'frontend'];
  return [
    {
      path: [...base, 'default', 'validation', 'caCertificateRefs'],
      refs: usual?.validation?.caCertificateRefs ?? [],
    },
    ...perPort.map((entry, index) => ({
      path: [...base, 'perPort', index, 'tls', 'validation', 'caCertificateRefs'],
      refs: entry.tls?.validation?.caCertificateRefs ?? [],
    })),
  ];
}

interface Target {
  readonly group?: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

function faultOf(mesh: Mesh, { namespace }: MeshObject, target: Target): CaRefFault | undefined {
  const { group = '', kind } = target;
  if (group !== '' || (kind !== 'ConfigMap' && kind !== 'Secret')) return 'kind';
  const source = { group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace };
  const granted = isGranted(mesh, source, { ...target, group });
  if (granted !== true) return granted === undefined ? 'undecided-grant' : 'not-permitted';
  return caFault(mesh, { ...target, kind });
}

/** What is wrong with the ConfigMap or Secret that holds CA certificates. */
export function caFault(
  mesh: Mesh,
  { kind, namespace, name }: Omit<Target, 'kind'> & { readonly kind: 'ConfigMap' | 'Secret' },
): 'not-found' | 'undecided' | 'no-certificate' | undefined {
  const text = kind === 'ConfigMap' ? inConfigMap(mesh, namespace, name) : inSecret(mesh, namespace, name);
  if (text === undefined) return mesh.isKnown(kind, namespace) ? 'not-found' : 'undecided';
  return text.includes('-----BEGIN CERTIFICATE-----') ? undefined : 'no-certificate';
}

function inConfigMap(mesh: Mesh, namespace: string, name: string): string | undefined {
  const held = mesh.find('ConfigMap', namespace, name);
  return held && (held.spec.data?.['ca.crt'] ?? '');
}

function inSecret(mesh: Mesh, namespace: string, name: string): string | undefined {
  const held = mesh.find('Secret', namespace, name);
  return held && textOf(held);
}

/** The CA of a Secret: `ca.crt` or `cacert`. */
function textOf({ spec: { data = {}, stringData = {} } }: MeshObject<'Secret'>): string {
  const [found = ''] = ['ca.crt', 'cacert'].flatMap(
    (key) => stringData[key] ?? (data[key] === undefined ? [] : Buffer.from(data[key], 'base64').toString()),
  );
  return found;
}
