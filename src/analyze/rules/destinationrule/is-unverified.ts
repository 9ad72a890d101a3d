import type { KindSpecs } from '../../kinds.ts';
import type { MeshObject } from '../../mesh-object.ts';

export type ClientTls = NonNullable<NonNullable<KindSpecs['DestinationRule']['trafficPolicy']>['tls']>;

/** Whether istioctl misses CA certificates: a Secret counts only where a selector says who reads it. */
export function isUnverified(
  { spec: { workloadSelector } }: MeshObject<'DestinationRule'>,
  { mode, caCertificates = '', credentialName = '' }: ClientTls,
): boolean {
  if (mode !== 'SIMPLE' && mode !== 'MUTUAL') return false;
  return caCertificates === '' && (credentialName === '' || workloadSelector === undefined);
}
