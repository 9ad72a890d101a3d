import { objectIn, type JsonObject } from '../../json.ts';
import { annotationOf } from '../../label-of.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { randomSuffix } from '../random-name.ts';
import {
  isEnding,
  labelsOf,
  metadataOf,
  nameOf,
  namespaceOf,
  uidOf,
  withMetadata,
} from '../store/metadata.ts';
import { createObject } from '../write/create-object.ts';
import { updateObject } from '../write/update-object.ts';
import { deploymentStatus } from './deployment-status.ts';
import { fitPods, podsOf, templateOf, type OwnedPods } from './owned-pods.ts';
import { ownerReference } from './owner-reference.ts';
import type { Controller, Pass } from './pass.ts';
import { controllerManager, setStatus } from './set-status.ts';
import { templateHash } from './template-hash.ts';

const deployments = builtIn('Deployment');
const replicaSets = builtIn('ReplicaSet');
const by = { manager: controllerManager };

/** Rolls out the templates of Deployments: a ReplicaSet for each, and the older ones go when the newest is ready. */
export const deploymentController: Controller = (pass) => {
  for (const deployment of pass.cluster.store.list(deployments))
    if (!isEnding(deployment)) rollOut(pass, deployment);
};

function rollOut(pass: Pass, deployment: JsonObject): void {
  const { cluster } = pass;
  const { paused, replicas } = objectIn(deployment, 'spec');
  const wanted = Number(replicas ?? 1);
  const hash = templateHash(templateOf(deployment));
  const sets = setsOf(cluster, deployment);
  const there = sets.find((set) => labelsOf(set)[hashLabel] === hash);
  if (there === undefined && paused === true) return;
  const older = sets.filter((set) => set !== there);
  const current = newestOf(cluster, there ?? makeSet(cluster, deployment, hash), older);
  const now = scale(cluster, current, wanted);
  const rest = older.map((set) => scale(cluster, set, now.ready >= wanted ? 0 : podsOf(cluster, set).length));
  const status = deploymentStatus(pass, deployment, { current, now, rest, wanted });
  setStatus(cluster, deployments, deployment, status);
}

const hashLabel = 'pod-template-hash';
const revision = 'deployment.kubernetes.io/revision';

function setsOf({ store }: Cluster, deployment: JsonObject): readonly JsonObject[] {
  return store
    .dependents(uidOf(deployment))
    .map(({ object }) => object)
    .filter((object) => object.kind === 'ReplicaSet' && !isEnding(object));
}

const revisionOf = (set: JsonObject): number => Number(annotationOf(set, revision) || 0);

function makeSet(cluster: Cluster, deployment: JsonObject, hash: string): JsonObject {
  const template = templateOf(deployment);
  const labels = { ...labelsOf(template), [hashLabel]: hash };
  const selector = objectIn(deployment, 'spec', 'selector');
  const set = {
    metadata: {
      name: `${nameOf(deployment)}-${hash}`,
      namespace: namespaceOf(deployment),
      labels,
      annotations: { [revision]: '0' },
      ownerReferences: [ownerReference(deployment)],
    },
    spec: {
      replicas: objectIn(deployment, 'spec').replicas ?? 1,
      selector: {
        ...selector,
        matchLabels: { ...objectIn(selector, 'matchLabels'), [hashLabel]: hash },
      },
      template: { ...template, metadata: { ...objectIn(template, 'metadata'), labels } },
    },
  };
  return createObject(cluster, replicaSets, set, by);
}

/** A template that comes back is the newest again. */
function newestOf(cluster: Cluster, set: JsonObject, older: readonly JsonObject[]): JsonObject {
  const last = Math.max(0, ...older.map(revisionOf));
  if (revisionOf(set) > last) return set;
  const annotations = { ...objectIn(metadataOf(set), 'annotations'), [revision]: String(last + 1) };
  return updateObject(cluster, replicaSets, set, withMetadata(set, { annotations }), by);
}

function scale(cluster: Cluster, set: JsonObject, count: number): OwnedPods {
  const spec = objectIn(set, 'spec');
  const next = { ...set, spec: { ...spec, replicas: count } };
  const scaled = spec.replicas === count ? set : updateObject(cluster, replicaSets, set, next, by);
  const owned = fitPods(cluster, scaled, {
    count,
    template: templateOf(scaled),
    name: () => `${nameOf(set)}-${randomSuffix(5)}`,
  });
  const there = owned.pods.length;
  setStatus(cluster, replicaSets, scaled, {
    observedGeneration: metadataOf(scaled).generation ?? 1,
    replicas: there,
    ...(there > 0 && { fullyLabeledReplicas: there }),
    ...(owned.ready > 0 && { readyReplicas: owned.ready, availableReplicas: owned.ready }),
  });
  return owned;
}
