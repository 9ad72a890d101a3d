import { onTestFinished } from 'vitest';
import { plainText, valueIn, type JsonObject } from '../../../src/json.ts';
import { connectWriter, keyOf, type ClusterWriter } from '../../../src/kube/apply/index.ts';
import { startRig, type Rig } from '../../../src/kube/testing/rig.ts';
import { main } from '../../main.ts';
import { bareIo, type Result } from '../../testing/run.ts';

/** A cluster with objects of somebody else, in which installations can be made to fail. */
export interface FaultCluster {
  readonly rig: Rig;
  readonly writer: ClusterWriter;
  /** Runs meshctl there. `onLine` hears of each thing that is said on standard error. */
  readonly meshctl: (argv: readonly string[], onLine?: OnLine) => Promise<Result>;
  /** The objects of somebody else, with the version that they have now. */
  readonly others: () => Promise<readonly string[]>;
}

/** Each thing that is said, the how manieth it is, and what stops the command as Ctrl-C does. */
export type OnLine = (text: string, count: number, stop: () => void) => void;

/** Starts an API server that plays istiod, until the test ends. */
export async function faultCluster(sources: string, flags: readonly string[] = []): Promise<FaultCluster> {
  const rig = await startRig(sources, {
    workloads: true,
    flags: ['--mesh', '--ready-delay', '50ms', ...flags],
  });
  onTestFinished(() => rig.stop());
  const writer = await connectWriter({ kubeconfig: rig.kubeconfig, env: {} });
  for (const object of theirs) await writer.create(object, { fieldManager: 'somebody' });
  return {
    ...{ rig, writer },
    meshctl: (argv, onLine) => run([...argv, '--kubeconfig', rig.kubeconfig], onLine),
    others: () => Promise.all(theirs.map((object) => versionOf(writer, object))),
  };
}

const theirs: readonly JsonObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { namespace: 'istio-system', name: 'theirs' },
    data: { a: 'b' },
  },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace: 'istio-system', name: 'theirs' } },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'theirs' },
    rules: [],
  },
];

/** The namespace is written by the server itself now and then, so that its labels stand for it. */
async function versionOf(writer: ClusterWriter, object: JsonObject): Promise<string> {
  const live = await writer.get(keyOf(object));
  const version =
    object.kind === 'Namespace'
      ? JSON.stringify(valueIn(live, 'metadata', 'labels'))
      : plainText(valueIn(live, 'metadata', 'resourceVersion'));
  return `${keyOf(object).kind} ${keyOf(object).name} ${version}`;
}

async function run(argv: readonly string[], onLine?: OnLine): Promise<Result> {
  const said = { out: '', err: '' };
  const interrupt = new AbortController();
  const stop = (): void => {
    interrupt.abort(new Error('interrupted'));
  };
  let count = 0;
  const code = await main([...argv, '--no-config'], {
    ...bareIo,
    out: (text) => (said.out += text),
    err: (text) => {
      said.err += text;
      onLine?.(text, (count += 1), stop);
    },
    interrupt: () => interrupt.signal,
  });
  return { code, ...said };
}
