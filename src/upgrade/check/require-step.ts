import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../json.ts';
import { label } from '../../label.ts';
import { gatewayFieldAfter, type GatewayWay } from '../gateway-fields.ts';
import type { UpgradeStep } from '../upgrade-plan.ts';
import type { Place } from './place.ts';

/** What the rest of a plan says, against which its steps are held. */
export interface PlanFrame extends GatewayWay {
  /** Labels that namespaces of waves may get back, by their names. */
  readonly restored: ReadonlyMap<string, Json>;
}

/** @throws {MeshctlError} `input` for a step that is no part of an upgrade from the one control plane to the other. */
export function requireStep(step: Place, frame: PlanFrame): void {
  const kind = step.at('kind').text();
  const found = checks.find(([name]) => name === kind);
  if (found === undefined) return step.refuse(`is of no known kind: ${kind.slice(0, 60)}`);
  found[1](step, frame);
}

const checks: readonly (readonly [UpgradeStep['kind'], (step: Place, frame: PlanFrame) => void])[] = [
  ['install-revision', requireInstall],
  ['node-agents', requireInstall],
  ['set-tag', requireTag],
  ['wave', requireWave],
  ['watch', (step) => void step.at('seconds').count(mostSeconds)],
  ['restore-labels', requireRestored],
  [
    'restart',
    (step, frame) => {
      requireOwners(step.at('owners'), frame);
    },
  ],
  ['gateways', requireGateways],
  [
    'remove-revision',
    (step, { from }) => {
      step.at('revision').oneOf(from.revision);
    },
  ],
];

/** A month. */
const mostSeconds = 31 * 24 * 3600;

function requireInstall(step: Place, { to }: PlanFrame): void {
  const operator = step.at('spec');
  operator.at('apiVersion').oneOf('install.istio.io/v1alpha1');
  operator.at('kind').oneOf('IstioOperator');
  operator.at('spec').at('revision').oneOf(to.revision);
}

function requireTag(step: Place, { from, to }: PlanFrame): void {
  step.at('tag').name();
  step.at('from').oneOf(from.revision, undefined);
  step.at('to').oneOf(to.revision);
}

function requireWave(step: Place, frame: PlanFrame): void {
  for (const move of step.at('namespaces').items()) {
    const namespace = move.at('name').name();
    requireLabels(move.at('labels'), frame);
    requireOwners(move.at('owners'), frame, namespace);
    move.at('loosePods').texts();
  }
}

function requireLabels(labels: Place, { to }: PlanFrame): void {
  for (const [key, change] of labels.members()) {
    if (change.at('before').value !== null) change.at('before').text();
    if (key === label.injection) change.at('after').oneOf(null);
    else if (key === label.revision) change.at('after').oneOf(to.revision);
    else change.refuse('is no label that decides who injects');
  }
}

function requireOwners(owners: Place, frame: PlanFrame, namespace?: string): void {
  for (const owner of owners.items()) {
    owner.at('kind').oneOf('Deployment', 'StatefulSet', 'DaemonSet');
    owner.at('namespace').name();
    if (namespace !== undefined) owner.at('namespace').oneOf(namespace);
    owner.at('name').name();
    owner.at('pods').count();
    owner.at('by').oneOf('rollout', 'evict');
    owner.at('budgets').texts();
    const labels = owner.at('templateLabels');
    if (labels.value !== undefined) requireMoved(labels, frame);
  }
}

/** Labels that name the old control plane, and then the new one. */
function requireMoved(labels: Place, { from, to }: PlanFrame): void {
  for (const [key, change] of labels.members()) {
    if (key !== label.revision) change.refuse('is no label that names a control plane');
    change.at('before').oneOf(from.revision);
    change.at('after').oneOf(to.revision);
  }
}

function requireRestored(step: Place, { restored }: PlanFrame): void {
  for (const move of step.at('namespaces').items()) {
    const labels = restored.get(move.at('name').name());
    if (!isDeepStrictEqual(move.at('labels').object(), labels))
      move.refuse('gets labels that no wave took from it');
  }
}

function requireGateways(step: Place, frame: PlanFrame): void {
  requireOwners(step.at('owners'), frame);
  for (const gateway of step.at('gateways').items()) {
    gateway.at('namespace').name();
    gateway.at('name').name();
    requireMoved(gateway.at('labels'), frame);
  }
  if (step.at('patches').value === undefined) return;
  for (const patch of step.at('patches').items()) requirePatch(patch, frame);
}

function requirePatch(patch: Place, frame: PlanFrame): void {
  const object = patch.at('object');
  object.at('apiVersion').text();
  object.at('namespace').name();
  object.at('name').name();
  const kind = object.at('kind').text();
  const changes = patch.at('changes').items();
  // Each gateway says whose it is: nothing else is changed with it.
  if (changes[0]?.at('path').value !== ownLabel) patch.refuse(`does not begin with ${ownLabel}`);
  for (const change of changes) {
    const [path, before, after] = ['path', 'before', 'after'].map((key) => change.at(key).text());
    const wanted = gatewayFieldAfter({ kind, path: path ?? '', before: before ?? '' }, frame);
    if (wanted === undefined) change.at('path').refuse('is no field that an upgrade of a gateway changes');
    change.at('after').oneOf(wanted);
    if (after === before) change.refuse('changes nothing');
  }
}

const ownLabel = '/metadata/labels/istio.io~1rev';
