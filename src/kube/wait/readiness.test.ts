import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../resources/index.ts';
import { readiness } from './readiness.ts';

const ready = (status: string, message = '') => [{ type: 'Ready', status, message }];
const owner = (uid: string) => ({ ownerReferences: [{ uid, controller: true }] });

const deployment = (status: JsonObject, spec: JsonObject = { replicas: 2 }): JsonObject => ({
  kind: 'Deployment',
  metadata: { name: 'd', uid: 'd', generation: 3 },
  spec,
  status: { observedGeneration: 3, ...status },
});
const replicaSet = (revision: number, readyReplicas: number): JsonObject => ({
  kind: 'ReplicaSet',
  metadata: {
    name: `d-${revision}`,
    uid: `rs${revision}`,
    annotations: { 'deployment.kubernetes.io/revision': String(revision) },
    ...owner('d'),
  },
  status: { readyReplicas },
});
const pod = (name: string, status: JsonObject, ownerUid = 'rs10', created = '2026-01-01'): JsonObject => ({
  kind: 'Pod',
  metadata: { name, uid: name, creationTimestamp: created, ...owner(ownerUid) },
  status: { phase: 'Pending', ...status },
});
const warning = (uid: string, reason: string, time: string, type = 'Warning'): JsonObject => ({
  kind: 'Event',
  type,
  reason,
  message: 'see there',
  lastTimestamp: time,
  involvedObject: { uid },
});
const waits = (reason: string, message: string, name = 'discovery') => ({
  containerStatuses: [{ name, state: { waiting: { reason, message } } }],
});

const pulling = waits('ImagePullBackOff', 'Back-off pulling image "pilot:1"');
const none = 'undefined';

describe('what is ready', () => {
  test.each<[string, JsonObject, JsonObject[], string]>([
    [
      'a definition that is established',
      { kind: 'CustomResourceDefinition', status: { conditions: [{ type: 'Established', status: 'True' }] } },
      [],
      none,
    ],
    [
      'not a definition without conditions',
      { kind: 'CustomResourceDefinition' },
      [],
      'the definition is not established',
    ],
    [
      'not a definition whose names are taken',
      {
        kind: 'CustomResourceDefinition',
        status: { conditions: [{ type: 'NamesAccepted', status: 'False', message: 'gw is in use' }] },
      },
      [],
      'its names are not accepted: gw is in use',
    ],
    ['an active namespace', { kind: 'Namespace', status: { phase: 'Active' } }, [], none],
    ['not a namespace without a phase', { kind: 'Namespace' }, [], 'it has no phase'],
    [
      'not one that ends',
      { kind: 'Namespace', status: { phase: 'Terminating' } },
      [],
      'its phase is Terminating',
    ],
    [
      'not what is being deleted',
      { kind: 'ConfigMap', metadata: { deletionTimestamp: '2026-01-01' } },
      [],
      'it is being deleted',
    ],
    ['anything else that is there', { kind: 'ConfigMap', metadata: {} }, [], none],

    ['a deployment whose newest pods are ready', deployment({}), [replicaSet(9, 0), replicaSet(10, 2)], none],
    ['a deployment with more ready pods than are wanted', deployment({}), [replicaSet(10, 3)], none],
    ['a deployment that wants no pods', deployment({}, { replicas: 0 }), [], none],
    [
      'a deployment by its status, without ReplicaSets',
      deployment({ updatedReplicas: 2, readyReplicas: 2 }),
      [],
      none,
    ],
    [
      'not a deployment whose ready pods are older ones',
      deployment({ readyReplicas: 2 }),
      [replicaSet(9, 2), replicaSet(10, 1)],
      '1 of 2 pods are ready',
    ],
    ['not one without a number of pods and without pods', deployment({}, {}), [], '0 of 1 pods are ready'],
    [
      'not one with old pods only, by its status',
      deployment({ readyReplicas: 2 }),
      [],
      '0 of 2 pods are ready',
    ],
    [
      'not one that its controller has not seen',
      deployment({ observedGeneration: 2, updatedReplicas: 2, readyReplicas: 2 }),
      [],
      'its controller has not seen it yet',
    ],
    [
      'not one whose ReplicaSet belongs to another one',
      deployment({}),
      [{ ...replicaSet(10, 2), metadata: { ...owner('other') } }],
      '0 of 2 pods are ready',
    ],
  ])('%s', (_, object, related, reason) => {
    const state = readiness(object, related);
    expect(state.ready ? none : state.reason).toBe(reason);
  });

  const daemonSet = (status: JsonObject, type = 'RollingUpdate'): JsonObject => ({
    kind: 'DaemonSet',
    metadata: { name: 'cni', uid: 'cni', generation: 1 },
    spec: { updateStrategy: { type } },
    status: { observedGeneration: 1, ...status },
  });
  const counts = (desired: number, updated: number, now: number) => ({
    desiredNumberScheduled: desired,
    updatedNumberScheduled: updated,
    numberReady: now,
  });
  const statefulSet = (status: JsonObject, partition = 0): JsonObject => ({
    kind: 'StatefulSet',
    metadata: { name: 's', uid: 's' },
    spec: { replicas: 3, updateStrategy: { rollingUpdate: { partition } } },
    status,
  });

  test.each<[string, JsonObject, JsonObject[], string]>([
    ['a daemon set on all its nodes', daemonSet(counts(3, 3, 3)), [], none],
    ['not one with a pod that is not ready', daemonSet(counts(3, 3, 2)), [], '2 of 3 pods are ready'],
    ['not one with an older pod', daemonSet(counts(3, 2, 3)), [], '2 of 3 pods are ready'],
    [
      'not one without nodes',
      daemonSet(counts(0, 0, 0)),
      [],
      'no node is to run its pods: see its node selector and tolerations',
    ],
    [
      'not one whose older pods stay',
      daemonSet(counts(3, 1, 3), 'OnDelete'),
      [],
      '2 pods are of an older state, and stay until somebody deletes them (OnDelete)',
    ],
    [
      'not one with a pod that cannot start',
      daemonSet(counts(1, 1, 0)),
      [pod('cni-1', waits('CrashLoopBackOff', 'back-off 10s', 'install-cni'), 'cni')],
      '0 of 1 pods are ready: pod cni-1: container install-cni: CrashLoopBackOff: back-off 10s',
    ],
    ['a stateful set', statefulSet({ updatedReplicas: 3, readyReplicas: 3 }), [], none],
    ['one with a partition', statefulSet({ updatedReplicas: 1, readyReplicas: 3 }, 2), [], none],
    [
      'not one with older pods',
      statefulSet({ updatedReplicas: 1, readyReplicas: 3 }, 1),
      [],
      '1 of 2 pods are ready: older pods are being replaced',
    ],
    [
      'not one with unready pods',
      statefulSet({ updatedReplicas: 3, readyReplicas: 2 }),
      [],
      '2 of 3 pods are ready',
    ],
  ])('%s', (_, object, related, reason) => {
    const state = readiness(object, related);
    expect(state.ready ? none : state.reason).toBe(reason);
  });
});

describe('why a deployment is not ready', () => {
  const set = replicaSet(10, 0);
  const unscheduled = {
    conditions: [
      { type: 'PodScheduled', status: 'False', message: '0/1 nodes are available: 1 Insufficient cpu.' },
    ],
  };

  test.each<[string, JsonObject[], string]>([
    [
      'an image that cannot be pulled',
      [pod('p', pulling)],
      'pod p: container discovery: ImagePullBackOff: Back-off pulling image "pilot:1"',
    ],
    [
      'a node that is missing',
      [pod('p', unscheduled)],
      'pod p: no node takes it: 0/1 nodes are available: 1 Insufficient cpu.',
    ],
    [
      'an init container',
      [
        pod('p', {
          initContainerStatuses: [{ name: 'init', state: { waiting: { reason: 'ErrImagePull' } } }],
        }),
      ],
      'pod p: container init: ErrImagePull',
    ],
    [
      'a container that ended',
      [pod('p', { containerStatuses: [{ name: 'c', state: { terminated: { exitCode: 3 } } }] })],
      'pod p: container c: it ended with exit code 3',
    ],
    [
      'not a container that has done its part',
      [pod('p', { containerStatuses: [{ name: 'c', state: { terminated: { exitCode: 0 } } }] })],
      'pod p: its phase is Pending',
    ],
    [
      'the last warning, where containers only begin',
      [
        pod('p', waits('ContainerCreating', '')),
        warning('p', 'FailedMount', '2026-01-02'),
        warning('p', 'Older', '2026-01-01'),
        warning('p', 'Pulled', '2026-01-03', 'Normal'),
        warning('q', 'Other', '2026-01-04'),
      ],
      'pod p: FailedMount: see there',
    ],
    [
      'a probe',
      [pod('p', { conditions: ready('False', 'containers with unready status: [discovery]') })],
      'pod p: containers with unready status: [discovery]',
    ],
    [
      'the newest pod that is not ready',
      [
        pod('old', pulling, 'rs10', '2026-01-01'),
        pod('new', unscheduled, 'rs10', '2026-01-02'),
        pod('fine', { conditions: ready('True') }, 'rs10', '2026-01-03'),
        pod('other', pulling, 'rs9', '2026-01-04'),
      ],
      'pod new: no node takes it: 0/1 nodes are available: 1 Insufficient cpu.',
    ],
    ['pods that cannot be made', [warning('rs10', 'FailedCreate', '2026-01-01')], 'FailedCreate: see there'],
  ])('%s', (_, related, reason) => {
    expect(readiness(deployment({}), [set, ...related])).toEqual({
      ready: false,
      reason: `0 of 2 pods are ready: ${reason}`,
    });
  });

  test.each([
    ['a quota', { type: 'ReplicaFailure', status: 'True', message: 'exceeded quota' }, ': exceeded quota'],
    ['no quota', { type: 'ReplicaFailure', status: 'False', message: 'exceeded quota' }, ''],
    [
      'a deadline',
      { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' },
      ': ProgressDeadlineExceeded',
    ],
    ['no deadline', { type: 'Progressing', status: 'True', reason: 'ReplicaSetUpdated' }, ''],
  ])('%s, by its conditions', (_, condition, reason) => {
    expect(readiness(deployment({ conditions: [condition] }))).toEqual({
      ready: false,
      reason: `0 of 2 pods are ready${reason}`,
    });
  });
});
