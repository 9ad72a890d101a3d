import { kubernetesType } from './kubernetes/kubernetes-type.ts';
import { MeshConfig } from './mesh-config.ts';
import { OperatorValues } from './operator-values.ts';
import {
  anyObject,
  anyValue,
  as,
  bool,
  list,
  map,
  message,
  scalar,
  string,
  uint32,
} from './schema/fields.ts';

const OverlayPatch = message('One change of a rendered object.', {
  path: string('Where to change: steps joined by dots, `[index]`, `[key:value]` or `[text]` for list items.'),
  value: anyValue('The new value; without one the node is removed.'),
});

const Overlay = message('Changes of one rendered object, made last.', {
  apiVersion: string('Not looked at: objects are found by `kind` and `name`.'),
  kind: string('The kind of the object to change.'),
  name: string('Which object of that kind to change.'),
  patches: list(OverlayPatch, 'The changes, in order.'),
});

/** Kubernetes settings of a component, laid over the objects it renders. */
const KubernetesSettings = message('Kubernetes settings laid over the objects of the component.', {
  affinity: kubernetesType('V1Affinity', 'Which nodes and neighbours its pods prefer.'),
  env: list(kubernetesType('V1EnvVar'), 'Environment variables of the main container, merged by name.'),
  hpaSpec: kubernetesType('V2HorizontalPodAutoscalerSpec', 'How the number of its pods follows the load.'),
  imagePullPolicy: string('When the node pulls the image: `Always`, `IfNotPresent` or `Never`.'),
  nodeSelector: map(string(), 'Labels a node must have to run its pods.'),
  overlays: list(Overlay, 'Changes of rendered objects that no other setting covers.'),
  podAnnotations: map(string(), 'Annotations of its pods.'),
  podDisruptionBudget: kubernetesType(
    'V1PodDisruptionBudgetSpec',
    'How many of its pods may be gone at a time.',
  ),
  priorityClassName: string('How important its pods are when a node is full.'),
  readinessProbe: kubernetesType('V1Probe', 'How the main container tells that it is ready.'),
  replicaCount: uint32('How many pods to run when nothing scales them.'),
  resources: kubernetesType('V1ResourceRequirements', 'CPU and memory of the main container.'),
  securityContext: kubernetesType('V1PodSecurityContext', 'Users, groups and privileges of its pods.'),
  service: kubernetesType('V1ServiceSpec', 'Ports and type of its Service.'),
  serviceAnnotations: map(string(), 'Annotations of its Service.'),
  strategy: kubernetesType('V1DeploymentStrategy', 'How new pods replace old ones.'),
  tolerations: list(kubernetesType('V1Toleration'), 'Taints of nodes that its pods bear.'),
  volumeMounts: list(kubernetesType('V1VolumeMount'), 'Accepted, but without effect.'),
  volumes: list(kubernetesType('V1Volume'), 'Accepted without effect; use `overlays`.'),
});

const Component = message('One part of an installation.', {
  enabled: bool('Whether the component is installed. Default: true once the component is given.'),
  namespace: string('The namespace of the component. Default: that of the control plane.'),
  hub: string('The image registry of this component alone.'),
  tag: scalar('The image version of this component alone.'),
  k8s: as(KubernetesSettings, 'Kubernetes settings of the component.'),
});

const BaseComponent = message('Definitions and accounts that every revision shares.', {
  enabled: bool('Whether the shared objects are installed. Default: true once the component is given.'),
  k8s: as(KubernetesSettings, 'Only `overlays` have an effect here.'),
});

const GatewayComponent = message('A gateway Deployment with its Service.', {
  enabled: bool('Whether the gateway is installed. Default: true once the gateway is given.'),
  namespace: string('The namespace of the gateway. Default: that of the control plane.'),
  name: string('How the Deployment and the Service of the gateway are called.'),
  hub: string('The image registry of this gateway alone.'),
  tag: scalar('The image version of this gateway alone.'),
  label: map(string(), 'Labels of its pods, which Gateway objects select.'),
  k8s: as(KubernetesSettings, 'Kubernetes settings of the gateway.'),
});

const Components = message('Which parts are installed, and how.', {
  base: as(BaseComponent, 'CRDs and shared accounts.'),
  pilot: as(Component, 'The control plane, istiod.'),
  cni: as(Component, 'The network plugin that spares pods the init container.'),
  ztunnel: as(Component, 'The node proxy of ambient mode.'),
  istiodRemote: as(Component, 'Accepted, but renders nothing.'),
  ingressGateways: list(
    GatewayComponent,
    'Gateways for traffic that comes in; the list replaces that of the profile.',
  ),
  egressGateways: list(
    GatewayComponent,
    'Gateways for traffic that goes out; the list replaces that of the profile.',
  ),
});

/** The spec of an IstioOperator; `values` and `meshConfig` are decoded by rules of their own. */
export const IstioOperatorSpec = message('What to install.', {
  profile: string('The built-in settings to start from. Default: `default`.'),
  installPackagePath: string('A folder with profiles and charts to use instead of the built-in ones.'),
  hub: string('The image registry. Default: `docker.io/istio`.'),
  tag: scalar('The image version; may be written as a number.'),
  namespace: string('Accepted without effect; set `values.global.istioNamespace`.'),
  revision: string('The name of this control plane beside others. Default: none, the default revision.'),
  compatibilityVersion: string('An older minor version whose behaviour to keep, such as `1.30`.'),
  meshConfig: anyObject('Settings of the mesh, merged into `values.meshConfig`.'),
  components: as(Components, 'Parts of the installation.'),
  values: anyObject('Settings of the charts.'),
  unvalidatedValues: anyObject('Settings of the charts that nobody checks.'),
});

/** What the two open fields of the spec really hold. */
export { MeshConfig, OperatorValues };
