import type { PodDescription } from './description.ts';
import {
  authorizationOutline,
  differencesOutline,
  membershipLine,
  mutualTlsOutline,
  noteLines,
  portsLine,
  readyLine,
  tokenOutline,
} from './format-parts.ts';
import { refText } from './object-ref.ts';
import { outlineText } from './outline.ts';
import { serviceOutline } from './service-outline.ts';

/** A workload for people, and its Services below it. */
export function formatPod(pod: PodDescription): string {
  const isInMesh = pod.mesh.mode !== 'outside';
  return outlineText([
    [
      refText(pod.workload),
      membershipLine(pod.mesh),
      ...readyLine(pod.ready),
      ...portsLine(pod.containers),
      ...(pod.serviceAccount === undefined ? [] : [`service account: ${pod.serviceAccount}`]),
      ...(isInMesh ? [mutualTlsOutline(pod.mutualTls)] : []),
      ...(isInMesh ? authorizationOutline(pod.authorization) : []),
      ...(isInMesh ? tokenOutline(pod.requestAuthentication) : []),
      ...differencesOutline(pod.differences),
      ...noteLines(pod.notes),
    ],
    ...pod.services.map((service) => serviceOutline(service, true)),
  ]);
}
