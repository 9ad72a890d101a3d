import { bool, list, map, number, object, text, textOrNumber, type Read } from './shape.ts';

const texts = map(text);

const selector = object({
  matchLabels: texts,
  matchExpressions: list(object({ key: text, operator: text, values: list(text) })),
});

const container = object({
  name: text,
  image: text,
  env: list(object({ name: text, value: text })),
  ports: list(object({ name: text, containerPort: number, protocol: text })),
  securityContext: object({ runAsUser: number }),
});

const podSpec = object({
  containers: list(container),
  initContainers: list(container),
  hostNetwork: bool,
  nodeName: text,
  serviceAccountName: text,
  securityContext: object({ runAsUser: number }),
});

const podTemplate = object({ metadata: object({ labels: texts, annotations: texts }), spec: podSpec });

/** Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, Rollout of Argo. */
const withTemplate = object({ selector, template: podTemplate, serviceName: text, replicas: number });

const service = object({
  type: text,
  clusterIP: text,
  clusterIPs: list(text),
  externalIPs: list(text),
  externalName: text,
  selector: texts,
  ports: list(
    object({
      name: text,
      port: number,
      targetPort: textOrNumber,
      protocol: text,
      appProtocol: text,
      nodePort: number,
    }),
  ),
});

const webhook = object({
  name: text,
  clientConfig: object({
    url: text,
    caBundle: text,
    service: object({ name: text, namespace: text, path: text, port: number }),
  }),
  namespaceSelector: selector,
  objectSelector: selector,
});

/** What is read of the kinds of Kubernetes: of their `spec`, or, for kinds without one, of the whole object. */
export const kubernetesShapes = {
  Service: service,
  Namespace: object({}),
  Node: object({}),
  Pod: podSpec,
  Deployment: withTemplate,
  StatefulSet: withTemplate,
  DaemonSet: withTemplate,
  ReplicaSet: withTemplate,
  Job: withTemplate,
  Rollout: withTemplate,
  CronJob: object({ jobTemplate: object({ spec: withTemplate }) }),
  ServiceAccount: object({}),
  ServiceImport: object({}),
  Secret: object({ type: text, data: texts, stringData: texts }),
  ConfigMap: object({ data: texts }),
  MutatingWebhookConfiguration: object({ webhooks: list(webhook) }),
  ValidatingWebhookConfiguration: object({ webhooks: list(webhook) }),
  CustomResourceDefinition: object({ group: text, names: object({ kind: text, plural: text }) }),
};

/** Kinds whose shape is that of the whole object. */
export const withoutSpec: ReadonlySet<string> = new Set([
  'Secret',
  'ConfigMap',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
]);

/** What is read of each kind. */
export type KubernetesSpecs = {
  readonly [K in keyof typeof kubernetesShapes]: Read<(typeof kubernetesShapes)[K]>;
};
export type LabelSelector = Read<typeof selector>;
export type Container = Read<typeof container>;
export type PodSpec = Read<typeof podSpec>;
export type Webhook = Read<typeof webhook>;
