import path from 'node:path';
import { onTestFinished } from 'vitest';
import { crdOf, findDefinitions } from '../../../src/api/index.ts';
import { objectIn, plainText, type JsonObject } from '../../../src/json.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/index.ts';
import { sampleFacts } from '../../../src/vm/testing/sample-vm.ts';
import { run, type Result, type Surroundings } from '../../testing/run.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const configMap = (namespace: string, name: string, data: JsonObject): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace, name }, data },
});
const networking = (kind: string, name: string, rest: JsonObject): JsonObject => ({
  ...{ apiVersion: 'networking.istio.io/v1', kind, ...rest },
  metadata: { name, namespace: 'shop', ...(rest.metadata as JsonObject | undefined) },
});
const account = (name: string): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace: 'shop', name } },
});
const registered = { annotations: { 'istio.io/autoRegistrationGroup': 'web' } };

/** A group `web` with two VMs that registered themselves, and one `db` with none. */
const mesh = [
  configMap('istio-system', 'istio', { mesh: '' }),
  configMap('istio-system', 'istio-sidecar-injector', {
    values: '{"global":{"multiCluster":{"clusterName":"west"}}}',
  }),
  configMap('shop', 'istio-ca-root-cert', { 'root-cert.pem': sampleFacts().rootCertificate }),
  ...['web', 'db'].map(account),
  networking('WorkloadGroup', 'web', { spec: { template: { serviceAccount: 'web' } } }),
  networking('WorkloadGroup', 'db', { spec: { template: { serviceAccount: 'db' } } }),
  networking('WorkloadEntry', 'web-10.0.0.1', { metadata: registered, spec: { address: '10.0.0.1' } }),
  networking('WorkloadEntry', 'web-10.0.0.2', { metadata: registered, spec: { address: '10.0.0.2' } }),
];

export interface VmSandbox {
  readonly sandbox: Sandbox;
  /** Where commands run. */
  readonly cwd: string;
  /** Runs `meshctl vm ...` against it. */
  readonly ask: (words: readonly string[], surroundings?: Surroundings) => Promise<Result>;
  /** Names of the objects of a kind that are there. */
  readonly names: (kind: string) => readonly string[];
}

/** A simulated cluster with groups of VMs and no istiod, until the test ends. */
export async function vmSandbox(more: readonly JsonObject[] = []): Promise<VmSandbox> {
  const kinds = await Promise.all(['WorkloadGroup', 'WorkloadEntry'].map(findDefinitions));
  const definitions = kinds.flat().map((definition) => crdOf(definition, 'standard'));
  const sandbox = await startSandbox({ seed: [...definitions, ...mesh, ...more], loop: false });
  onTestFinished(sandbox.stop);
  const cwd = await temporaryFolder({ config: sandbox.kubeconfig });
  const env = { KUBECONFIG: path.join(cwd, 'config'), PATH: process.env.PATH };
  return {
    ...{ sandbox, cwd },
    ask: (words, surroundings) => run(['vm', ...words, '--no-config'], { cwd, env, ...surroundings }),
    names: (kind) =>
      sandbox
        .objects()
        .filter((object) => object.kind === kind)
        .map(({ metadata }) => plainText(objectIn(metadata).name)),
  };
}
