import { objectsIn, plainText, type JsonObject } from '../json.ts';
import { labelsOf, podOf } from './pod.ts';

/** The workload that a pod belongs to. */
export interface Owner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** The workload of a pod: what controls it, as far as its name tells; the pod itself if nothing does. */
export function ownerOfPod(object: JsonObject): Owner {
  const pod = podOf(object.metadata, object.spec);
  const { metadata } = pod;
  const namespace = plainText(metadata.namespace);
  const itself: Owner = { apiVersion: 'v1', kind: 'Pod', name: plainText(metadata.name), namespace };
  const controller = objectsIn(metadata.ownerReferences).find((reference) => reference.controller === true);
  if (plainText(metadata.generateName) === '' || controller === undefined) return itself;
  const direct: Owner = {
    apiVersion: plainText(controller.apiVersion),
    kind: plainText(controller.kind),
    name: plainText(controller.name),
    namespace,
  };
  return { ...direct, ...aboveOf(direct, labelsOf(pod)) };
}

function aboveOf({ kind, name }: Owner, labels: Readonly<Record<string, string>>): Partial<Owner> {
  switch (kind) {
    case 'ReplicaSet':
      return aboveReplicaSet(name, labels);
    case 'ReplicationController':
      return labels.deploymentconfig === undefined
        ? {}
        : { apiVersion: 'apps.openshift.io/v1', kind: 'DeploymentConfig', name: labels.deploymentconfig };
    case 'Job':
      return aboveJob(name);
    default:
      return {};
  }
}

function aboveReplicaSet(name: string, labels: Readonly<Record<string, string>>): Partial<Owner> {
  const rollout = labels['rollouts-pod-template-hash'] ?? '';
  if (rollout !== '' && name.endsWith(`-${rollout}`))
    return { apiVersion: 'v1alpha1', kind: 'Rollout', name: name.slice(0, -rollout.length - 1) };
  const hash = labels['pod-template-hash'] ?? '';
  return hash !== '' && name.endsWith(`-${hash}`)
    ? { apiVersion: 'apps/v1', kind: 'Deployment', name: name.slice(0, -hash.length - 1) }
    : {};
}

function aboveJob(name: string): Partial<Owner> {
  const scheduled = /^(?<cron>.+)-\d{8,10}$/.exec(name);
  const cron = scheduled?.groups?.cron;
  return cron === undefined ? {} : { apiVersion: 'batch/v1', kind: 'CronJob', name: cron };
}
