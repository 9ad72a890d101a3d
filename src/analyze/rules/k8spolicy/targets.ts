import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** An object that a policy is for. */
export interface PolicyTarget {
  readonly policy: MeshObject;
  readonly path: Path;
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Empty where none is written, and for kinds of policies without. */
  readonly sectionName: string;
}

interface WrittenRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly sectionName?: string;
}

interface Targeting {
  readonly targetRef?: WrittenRef;
  readonly targetRefs?: readonly WrittenRef[];
}

/** Every target of the policies of Istio: `mesh.derive(istioTargets)`. */
export const istioTargets = (mesh: Mesh): readonly PolicyTarget[] =>
  [
    ...mesh.of('AuthorizationPolicy'),
    ...mesh.of('RequestAuthentication'),
    ...mesh.of('Telemetry'),
    ...mesh.of('WasmPlugin'),
    ...mesh.of('TrafficExtension'),
  ].flatMap((policy) => targetsOf(policy, policy.spec));

/** Whether Istio is told to pass over a policy for backends. */
export const isPassedOver = ({ annotations }: MeshObject): boolean =>
  annotations['istio.io/ignore-policy-attachment'] === 'true';

/** Every target of the policies for backends, without those that Istio is told to pass over: `mesh.derive(backendTargets)`. */
export const backendTargets = (mesh: Mesh): readonly PolicyTarget[] =>
  [...mesh.of('BackendTLSPolicy'), ...mesh.of('XBackendTrafficPolicy')]
    .filter((policy) => !isPassedOver(policy))
    .flatMap((policy) => targetsOf(policy, policy.spec));

/** The targets of BackendTLSPolicies. */
export const backendTlsTargets = (mesh: Mesh): readonly PolicyTarget[] =>
  mesh.derive(backendTargets).filter(({ policy }) => policy.kind === 'BackendTLSPolicy');

function targetsOf(policy: MeshObject, { targetRef, targetRefs = [] }: Targeting): readonly PolicyTarget[] {
  const refs: readonly (readonly [WrittenRef, Path])[] = [
    ...(targetRef === undefined ? [] : [[targetRef, ['spec', 'targetRef']] as const]),
    ...targetRefs.map((ref, index) => [ref, ['spec', 'targetRefs', index]] as const),
  ];
  return refs.map(([{ group = '', kind = '', name = '', sectionName = '' }, path]) => ({
    ...{ policy, path, group, kind, name, sectionName },
  }));
}
