import { isObject, objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';
import type { Default } from './set-defaults.ts';

/**
 * What the API server adds to a pod or the template of one:
 * https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
 */
export const podDefaults: readonly Default[] = [
  ['restartPolicy', 'Always'],
  ['dnsPolicy', 'ClusterFirst'],
  ['schedulerName', 'default-scheduler'],
  ['terminationGracePeriodSeconds', 30],
  ['securityContext', {}],
  ['serviceAccountName', ({ serviceAccount }) => serviceAccount],
  ['serviceAccount', ({ serviceAccountName }) => serviceAccountName],
  ...containerDefaults('containers[].'),
  ...containerDefaults('initContainers[].'),
  ['volumes[].secret.defaultMode', 0o644],
  ['volumes[].configMap.defaultMode', 0o644],
  ['volumes[].downwardAPI.defaultMode', 0o644],
  ['volumes[].downwardAPI.items[].fieldRef.apiVersion', 'v1'],
  ['volumes[].projected.defaultMode', 0o644],
  ['volumes[].projected.sources[].serviceAccountToken.expirationSeconds', 3600],
  ['volumes[].projected.sources[].downwardAPI.items[].fieldRef.apiVersion', 'v1'],
  ['volumes[].hostPath.type', ''],
  ['volumes[].emptyDir', (volume) => (Object.keys(volume).every((key) => key === 'name') ? {} : undefined)],
];

function containerDefaults(base: string): readonly Default[] {
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'];
  return [
    [`${base}resources`, {}],
    [`${base}terminationMessagePath`, '/dev/termination-log'],
    [`${base}terminationMessagePolicy`, 'File'],
    [`${base}imagePullPolicy`, ({ image }) => pullPolicy(plainText(image))],
    [`${base}ports[].protocol`, 'TCP'],
    [`${base}env[].valueFrom.fieldRef.apiVersion`, 'v1'],
    ...probes.flatMap((probe) => probeDefaults(`${base}${probe}.`)),
  ];
}

function probeDefaults(base: string): readonly Default[] {
  return [
    [`${base}timeoutSeconds`, 1],
    [`${base}periodSeconds`, 10],
    [`${base}successThreshold`, 1],
    [`${base}failureThreshold`, 3],
    [`${base}httpGet.scheme`, 'HTTP'],
    [`${base}httpGet.path`, '/'],
    [`${base}grpc.service`, ''],
  ];
}

/** An image without a tag, and the one that is called latest, may be another one tomorrow. */
function pullPolicy(image: string): string {
  const last = image.slice(image.lastIndexOf('/') + 1);
  const moves = !last.includes('@') && (!last.includes(':') || last.endsWith(':latest'));
  return moves ? 'Always' : 'IfNotPresent';
}

/** In pods, what has a limit and no request asks for its limit. The specification is changed. */
export function fillRequests(spec: JsonObject): void {
  for (const container of objectsIn(spec.containers)) {
    const { resources } = container;
    const limits = objectIn(resources, 'limits');
    if (!isObject(resources) || Object.keys(limits).length === 0) continue;
    resources.requests = { ...limits, ...objectIn(resources, 'requests') };
  }
}
