import { isDeepStrictEqual } from 'node:util';
import { plainText, type Json, type JsonObject } from '../json.ts';

/**
 * Whether an API server sets a field to that value when nobody gives one.
 *
 * @param above - The field that holds the object; the list, for an item.
 * @param object - The object without the field.
 */
export function isServerDefault(
  kind: string,
  above: string,
  object: JsonObject,
  name: string,
  value: Json,
): boolean {
  const known = [defaults[above], above === '' || above === 'spec' ? kinds[kind] : undefined, everywhere];
  return known.some(
    (table) => table !== undefined && Object.hasOwn(table, name) && isOneOf(table[name], object, value),
  );
}

/** A value, or a rule by the rest of the object. */
type Default = Json | ((object: JsonObject) => Json | undefined);
type Defaults = Readonly<Record<string, Default>>;

function isOneOf(given: Default | undefined, object: JsonObject, value: Json): boolean {
  return isDeepStrictEqual(typeof given === 'function' ? given(object) : given, value);
}

const everywhere: Defaults = { defaultMode: 420, scheme: 'HTTP' };

const protocol = 'TCP';
const probe: Defaults = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
const container: Defaults = {
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  imagePullPolicy: ({ image }) =>
    /:latest$|^[^@:]*(?::\d+\/[^:@]*)?$/.test(plainText(image)) ? 'Always' : 'IfNotPresent',
  resources: {},
};
const selectors: Defaults = { namespaceSelector: {}, objectSelector: {} };

/** By the field that holds the object. From `SetDefaults_*` in k8s.io/kubernetes/pkg/apis. */
const defaults: Readonly<Record<string, Defaults>> = {
  containers: container,
  initContainers: container,
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  strategy: { type: 'RollingUpdate' },
  updateStrategy: { type: 'RollingUpdate' },
  versions: { served: false, storage: false },
  fieldRef: { apiVersion: 'v1' },
  resourceFieldRef: { divisor: '0' },
  serviceAccountToken: { expirationSeconds: 3600 },
  hostPath: { type: '' },
  httpGet: { path: '/' },
  grpc: { service: '' },
  ports: { protocol, targetPort: ({ port }) => port },
  from: { protocol },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io' },
  subjects: { apiGroup: ({ kind }) => (kind === 'ServiceAccount' ? '' : 'rbac.authorization.k8s.io') },
  rules: { scope: '*' },
  resourceRules: { scope: '*' },
  excludeResourceRules: { scope: '*' },
  matchConstraints: { ...selectors, matchPolicy: 'Equivalent' },
  matchResources: { ...selectors, matchPolicy: 'Equivalent' },
  service: { port: 443 },
  webhooks: {
    ...selectors,
    failurePolicy: 'Fail',
    matchPolicy: 'Equivalent',
    timeoutSeconds: 10,
    reinvocationPolicy: 'Never',
  },
  rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%', partition: 0 },
};

const pod: Defaults = {
  restartPolicy: 'Always',
  dnsPolicy: 'ClusterFirst',
  schedulerName: 'default-scheduler',
  terminationGracePeriodSeconds: 30,
  securityContext: {},
  serviceAccount: ({ serviceAccountName }) => serviceAccountName,
};

/** Of the `spec` of a kind, and of the object itself. */
const kinds: Readonly<Record<string, Defaults>> = {
  Deployment: {
    ...pod,
    replicas: 1,
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
  },
  DaemonSet: {
    ...pod,
    revisionHistoryLimit: 10,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
  },
  StatefulSet: { ...pod, replicas: 1, revisionHistoryLimit: 10, podManagementPolicy: 'OrderedReady' },
  Pod: pod,
  Service: {
    type: 'ClusterIP',
    sessionAffinity: 'None',
    internalTrafficPolicy: 'Cluster',
    externalTrafficPolicy: 'Cluster',
    allocateLoadBalancerNodePorts: true,
  },
  HorizontalPodAutoscaler: {
    minReplicas: 1,
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
      },
    ],
  },
  ValidatingAdmissionPolicy: { failurePolicy: 'Fail' },
  CustomResourceDefinition: { conversion: { strategy: 'None' } },
  Secret: { type: 'Opaque' },
};
