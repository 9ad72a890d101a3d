import { isObject, plainText, type JsonObject } from '../json.ts';
import type { Owner } from './owner.ts';
import { ownerOfPod } from './owner.ts';
import { podOf, type Pod } from './pod.ts';

/** A workload object: its pod, whose it is, and the object with another pod in its place. */
export interface Workload {
  readonly pod: Pod;
  readonly owner: Owner;
  readonly withPod: (pod: Pod) => JsonObject;
}

/** Kinds that have a pod in `spec.template`. */
const templated = new Set([
  'DaemonSet',
  'Deployment',
  'DeploymentConfig',
  'Job',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/** The pod of an object; undefined of an object that has none. */
export function workloadOf(object: JsonObject): Workload | undefined {
  const kind = plainText(object.kind);
  if (kind === 'Pod') return podWorkload(object);
  if (kind === 'CronJob') return cronJob(object);
  return templated.has(kind) ? templatedWorkload(object) : undefined;
}

function podWorkload(object: JsonObject): Workload | undefined {
  if (!isObject(object.spec)) return undefined;
  return {
    pod: podOf(object.metadata, object.spec),
    owner: ownerOfPod(object),
    withPod: ({ metadata, spec }) => ({ ...object, metadata, spec }),
  };
}

function templatedWorkload(object: JsonObject): Workload | undefined {
  const spec = isObject(object.spec) ? object.spec : {};
  const template = isObject(spec.template) ? spec.template : {};
  if (!isObject(template.spec)) return undefined;
  return {
    pod: podOf(template.metadata, template.spec),
    owner: ownerOf(object),
    withPod: (pod) => ({ ...object, spec: { ...spec, template: { ...template, ...pod } } }),
  };
}

/** Labels and annotations go to the template of the job, as istioctl has it. */
function cronJob(object: JsonObject): Workload | undefined {
  const spec = isObject(object.spec) ? object.spec : {};
  const job = isObject(spec.jobTemplate) ? spec.jobTemplate : {};
  const jobSpec = isObject(job.spec) ? job.spec : {};
  const template = isObject(jobSpec.template) ? jobSpec.template : {};
  if (!isObject(template.spec)) return undefined;
  return {
    pod: podOf(job.metadata, template.spec),
    owner: ownerOf(object),
    withPod: (pod) => {
      const inner = { ...jobSpec, template: { ...template, spec: pod.spec } };
      return { ...object, spec: { ...spec, jobTemplate: { ...job, metadata: pod.metadata, spec: inner } } };
    },
  };
}

function ownerOf({ apiVersion, kind, metadata }: JsonObject): Owner {
  const { name, namespace } = podOf(metadata, {}).metadata;
  return {
    apiVersion: plainText(apiVersion),
    kind: plainText(kind),
    name: plainText(name),
    namespace: plainText(namespace),
  };
}
