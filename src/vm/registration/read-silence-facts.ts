import { isObject, plainText, valueIn } from '../../json.ts';
import { MeshctlError } from '../../errors.ts';
import { ApiError } from '../../kube/index.ts';
import { type ClusterWriter, type ObjectKey } from '../../kube/apply/index.ts';
import { readToken } from '../verify/read-token.ts';
import type { EntryState } from './entry-state.ts';
import type { SilenceFacts } from './explain-failure.ts';
import type { AwaitedVm } from './judge-registration.ts';

export interface SilencePlace {
  readonly istioNamespace: string;
  readonly revision: string;
  readonly token: string;
  /** How long was waited, in milliseconds: so far back the log is read. */
  readonly timeout: number;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
}

/** Asks the cluster for what may explain that a VM did not come. What may not be read is not known. */
export async function readSilenceFacts(
  writer: ClusterWriter,
  { group }: AwaitedVm,
  entry: EntryState | undefined,
  { istioNamespace, revision, token, timeout, now, signal }: SilencePlace,
): Promise<SilenceFacts> {
  const { namespace } = group;
  const expires = readToken(token)?.expires ?? Number.POSITIVE_INFINITY;
  const tokenExpired = expires * 1000 < now().getTime();
  if (!(await answers(writer, signal))) return { ...silent, group, entry, tokenExpired };
  const exists = (key: ObjectKey): Promise<boolean | undefined> =>
    unlessRefused(async () => (await writer.get(key)) !== undefined);
  const groupKey = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'WorkloadGroup',
    name: group.name,
    namespace,
  };
  const accountKey = { apiVersion: 'v1', kind: 'ServiceAccount', name: group.serviceAccount, namespace };
  const [groupExists, accountExists, pods] = await Promise.all([
    exists(groupKey),
    exists(accountKey),
    unlessRefused(() => istiodPods(writer, istioNamespace, revision)),
  ]);
  const ready = pods?.filter(({ ready: isReady }) => isReady);
  const since = Math.ceil(timeout / 1000) + 5;
  const logs = await Promise.all(
    (ready ?? []).map(({ name }) => unlessRefused(() => logOf(writer, istioNamespace, name, since))),
  );
  return {
    ...{ answers: true, group, entry, groupExists, accountExists, readyIstiods: ready?.length, tokenExpired },
    log: logs.flatMap((text) => (text ?? '').split('\n')).filter((line) => line !== ''),
  };
}

const silent = {
  ...{ answers: false, groupExists: undefined, accountExists: undefined, readyIstiods: undefined, log: [] },
};

/** Milliseconds for a cluster that may be gone to answer at all. */
const patience = 10_000;

async function answers({ client }: ClusterWriter, signal: AbortSignal | undefined): Promise<boolean> {
  const ends = AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]);
  try {
    await client.get('/version', { signal: ends });
    return true;
  } catch (error) {
    signal?.throwIfAborted();
    return error instanceof ApiError;
  }
}

/** The wait has failed already: a cluster that does not answer now is no second failure. */
async function unlessRefused<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof MeshctlError) return undefined;
    throw error;
  }
}

async function istiodPods(
  { client }: ClusterWriter,
  namespace: string,
  revision: string,
): Promise<readonly { readonly name: string; readonly ready: boolean }[]> {
  const { items } = await client.get(`/api/v1/namespaces/${encodeURIComponent(namespace)}/pods`, {
    query: { labelSelector: `app=istiod,istio.io/rev=${revision === '' ? 'default' : revision}` },
  });
  return (Array.isArray(items) ? items : []).filter(isObject).map((pod) => {
    const conditions = valueIn(pod, 'status', 'conditions');
    const ready = (Array.isArray(conditions) ? conditions : []).some(
      (one) => valueIn(one, 'type') === 'Ready' && valueIn(one, 'status') === 'True',
    );
    return { name: plainText(valueIn(pod, 'metadata', 'name')), ready };
  });
}

const logOf = ({ client }: ClusterWriter, namespace: string, pod: string, since: number): Promise<string> =>
  client.text(`/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(pod)}/log`, {
    query: { sinceSeconds: String(since), tailLines: '2000', container: 'discovery' },
  });
