import type { Path } from '../../path.ts';
import { hasIssuer, isMadeSecret } from '../made-secrets.ts';
import type { Mesh } from '../mesh.ts';
import type { MeshObject } from '../mesh-object.ts';
import { isGranted, type GrantTarget } from './grants.ts';
import { gatewaysOf, type Listener } from './listeners.ts';
import { listenerSetsOf } from './listener-sets.ts';
import { isIstios } from './roles.ts';

/** What is wrong with a reference before the Secret is opened. `undecided-*`: it may be in the cluster. */
export type SecretRefFault = 'kind' | 'not-permitted' | 'undecided-grant' | 'not-found' | 'undecided';

/** A certificate that a listener names. */
export interface CertificateRef {
  readonly listener: Listener;
  readonly path: Path;
  readonly index: number;
  /** As written: `Secret`, or another kind. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly fault: SecretRefFault | undefined;
  readonly secret: MeshObject<'Secret'> | undefined;
}

export const terminateModeOption = 'gateway.istio.io/tls-terminate-mode';

/** Modes in which the proxy presents a certificate of its own making. */
const withOwnCertificate: ReadonlySet<string> = new Set(['ISTIO_SIMPLE', 'ISTIO_MUTUAL']);

/** The listeners that istiod sets up: those of Gateways and of ListenerSets that joined one. */
export const servedListeners = (mesh: Mesh): readonly Listener[] => [
  ...mesh
    .derive(gatewaysOf)
    .flatMap(({ role, listeners }) => (isIstios(role) && role !== 'remote' ? listeners : [])),
  ...mesh
    .derive(listenerSetsOf)
    .flatMap(({ state, listeners }) => (state === 'joined' || state === 'undecided' ? listeners : [])),
];

/** Whether a listener ends TLS with a certificate that it has to name. */
export function needsCertificate({ protocol, spec: { tls } }: Listener): boolean {
  if (tls === undefined || (protocol !== 'HTTPS' && protocol !== 'TLS')) return false;
  const { mode = 'Terminate', options = {} } = tls;
  return mode === 'Terminate' && !withOwnCertificate.has(options[terminateModeOption] ?? '');
}

/** Every certificate that a listener names and needs: `mesh.derive(certificateRefsOf)`. */
export const certificateRefsOf = (mesh: Mesh): readonly CertificateRef[] =>
  mesh
    .derive(servedListeners)
    .filter(needsCertificate)
    .flatMap((listener) =>
      (listener.spec.tls?.certificateRefs ?? []).map((ref, index) => {
        const { group = '', kind = 'Secret', namespace = listener.owner.namespace, name = '' } = ref;
        const secret = mesh.find('Secret', namespace, name);
        const path = [...listener.path, 'tls', 'certificateRefs', index];
        const target = { group, kind, namespace, name };
        return { listener, path, index, ...target, secret, fault: faultOf(mesh, listener, target) };
      }),
    );

function faultOf(mesh: Mesh, { owner }: Listener, target: GrantTarget): SecretRefFault | undefined {
  if (target.kind !== 'Secret' || (target.group !== '' && target.group !== 'core')) return 'kind';
  const kind = owner.kind === 'ListenerSet' ? 'ListenerSet' : 'Gateway';
  const source = { group: 'gateway.networking.k8s.io', kind, namespace: owner.namespace };
  const granted = isGranted(mesh, source, { ...target, group: '' });
  if (granted === false) return 'not-permitted';
  if (granted === undefined) return 'undecided-grant';
  return hasIssuer(owner) ? undefined : secretFault(mesh, target);
}

function secretFault(mesh: Mesh, { namespace, name }: GrantTarget): 'not-found' | 'undecided' | undefined {
  if (mesh.find('Secret', namespace, name) !== undefined || isMadeSecret(mesh, namespace, name))
    return undefined;
  return mesh.isKnown('Secret', namespace) ? 'not-found' : 'undecided';
}
