import type { Path } from '../../../path.ts';
import {
  backendsOf,
  caRefsOf,
  certificateRefsOf,
  gatewaysOf,
  isGranted,
  isIstios,
} from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** A reference to an object of another namespace that nobody there grants, or nobody in the input. */
export interface Ungranted {
  readonly object: MeshObject;
  readonly path: Path;
  /** `Secret payments/cert` */
  readonly target: string;
  readonly isDecided: boolean;
}

/** Every reference to another namespace that needs a ReferenceGrant and has none. */
export const ungranted = (mesh: Mesh): readonly Ungranted[] => [
  ...mesh
    .derive(backendsOf)
    .flatMap(({ fault, route, path, kind, namespace, name }) =>
      of({ fault, object: route.object, path, target: `${kind} ${namespace}/${name}` }),
    ),
  ...mesh
    .derive(certificateRefsOf)
    .flatMap(({ fault, listener, path, kind, namespace, name }) =>
      of({ fault, object: listener.owner, path, target: `${kind} ${namespace}/${name}` }),
    ),
  ...mesh
    .derive(caRefsOf)
    .flatMap(({ fault, gateway, path, label }) => of({ fault, object: gateway, path, target: label })),
  ...clientCertificates(mesh),
];

const of = ({
  fault,
  ...rest
}: Omit<Ungranted, 'isDecided'> & { readonly fault: string | undefined }): readonly Ungranted[] =>
  fault === 'not-permitted' || fault === 'undecided-grant'
    ? [{ ...rest, isDecided: fault === 'not-permitted' }]
    : [];

const clientCertificates = (mesh: Mesh): readonly Ungranted[] =>
  mesh.derive(gatewaysOf).flatMap(({ gateway, role }) => {
    const ref = gateway.spec.tls?.backend?.clientCertificateRef;
    if (ref === undefined || !isIstios(role)) return [];
    const { name = '', namespace = gateway.namespace } = ref;
    const source = { group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: gateway.namespace };
    const granted = isGranted(mesh, source, { group: '', kind: 'Secret', namespace, name });
    if (granted === true) return [];
    const path = ['spec', 'tls', 'backend', 'clientCertificateRef'];
    const target = `Secret ${namespace}/${name}`;
    return [{ object: gateway, path, target, isDecided: granted === false }];
  });
