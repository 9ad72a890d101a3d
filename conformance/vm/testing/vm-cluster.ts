import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { crdOf, kinds } from '../../../src/api/index.ts';
import { isObject, plainText, valueIn, type JsonObject } from '../../../src/json.ts';
import { apiSender, type ApiSend } from '../../../src/kube/testing/api-sender.ts';
import { objectApplier } from '../../../src/kube/testing/object-applier.ts';
import { rigSources, startRig, type Rig } from '../../../src/kube/testing/rig.ts';
import type { TokenRequestSeen } from '../expected.ts';

/** A real API server that holds the objects of one case after another. */
export interface VmCluster {
  readonly kubeconfig: string;
  /** Puts the objects of a file into it, and says what requests for tokens are answered with. */
  readonly load: (file: string, tokenReturned: string) => Promise<void>;
  /** Requests for tokens since, refused ones too. */
  readonly tokenRequests: () => Promise<readonly TokenRequestSeen[]>;
  /** Paths of the single objects that were read since. */
  readonly reads: () => Promise<readonly string[]>;
  /** Removes the objects again. */
  readonly clear: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts it, with WorkloadGroups defined and no addresses of its own for load balancers. Its sources are those of the
 * end-to-end tests, else what lies beside the cases.
 */
export async function startVmCluster(cases: string): Promise<VmCluster> {
  const rig = await startRig(rigSources() ?? path.join(cases, '../../apirig'), {
    flags: ['--lb-prefix', ''],
  });
  const apply = await objectApplier(rig.kubeconfig);
  const send = await apiSender(rig.kubeconfig);
  await define(apply, send);
  let loaded: readonly JsonObject[] = [];
  return {
    kubeconfig: rig.kubeconfig,
    load: async (file, text) => {
      loaded = objectsIn(file);
      for (const name of namespacesOf(loaded)) must(await apply(namespace(name)));
      for (const object of loaded) await put(apply, send, object);
      await rig.admin('POST', '/tokens', { text });
      await rig.admin('DELETE', '/stats');
    },
    tokenRequests: async () => (await rig.admin('GET', '/tokens')) as readonly TokenRequestSeen[],
    reads: () => readsOf(rig),
    clear: async () => {
      for (const object of loaded) await send('DELETE', pathOf(object));
    },
    stop: rig.stop,
  };
}

type Apply = Awaited<ReturnType<typeof objectApplier>>;

async function define(apply: Apply, send: ApiSend): Promise<void> {
  const entry = kinds.find(({ kind }) => kind === 'WorkloadGroup');
  if (entry === undefined) throw new Error('no WorkloadGroup');
  must(await apply(crdOf(await entry.load(), 'standard')));
  const list = '/apis/networking.istio.io/v1/workloadgroups';
  while ((await send('GET', list)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
}

function must(problem: string | undefined): void {
  if (problem !== undefined) throw new Error(problem);
}

const objectsIn = (file: string): readonly JsonObject[] =>
  existsSync(file)
    ? parseAllDocuments(readFileSync(file, 'utf8'))
        .map((document) => document.toJS() as unknown)
        .filter(isObject)
    : [];

const namespace = (name: string): JsonObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

const namespacesOf = (objects: readonly JsonObject[]): Set<string> =>
  new Set(
    objects
      .map(({ kind, metadata }) => plainText(valueIn(metadata, kind === 'Namespace' ? 'name' : 'namespace')))
      .filter((name) => name !== ''),
  );

/** What a create says of the status is dropped by the server. */
async function put(apply: Apply, send: ApiSend, object: JsonObject): Promise<void> {
  const { status, ...rest } = object;
  if (object.kind === 'Namespace') return;
  must(await apply(rest));
  if (status === undefined) return;
  const patch = { type: 'application/merge-patch+json', text: JSON.stringify({ status }) };
  const answer = await send('PATCH', `${pathOf(object)}/status`, patch);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** Empty for namespaces, which stay. */
function pathOf({ kind, metadata, apiVersion }: JsonObject): string {
  const [inside, name] = ['namespace', 'name'].map((key) => plainText(valueIn(metadata, key)));
  const root = plainText(apiVersion).includes('/') ? '/apis' : '/api';
  const plural = `${plainText(kind).toLowerCase()}s`;
  if (kind === 'Namespace') return '/api/v1/namespaces/none-of-this-name';
  return `${root}/${plainText(apiVersion)}/namespaces/${inside ?? ''}/${plural}/${name ?? ''}`;
}

async function readsOf(rig: Rig): Promise<readonly string[]> {
  const log = (await rig.admin('GET', '/log')) as readonly {
    readonly verb: string;
    readonly resource?: string;
    readonly path: string;
  }[];
  return log.filter(({ verb, resource }) => verb === 'get' && resource).map((request) => request.path);
}
