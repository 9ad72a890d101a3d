import { compareText } from '../compare-text.ts';
import { MeshctlError } from '../errors.ts';
import { findPods, type ClusterClient, type Pod } from '../kube/index.ts';
import { fieldsOf } from '../object-fields.ts';

/** Which istiods of a cluster are asked, and for how long. */
export interface IstiodOptions {
  /** Default: `istio-system`. */
  readonly istioNamespace?: string;
  /** Only those of this revision. Default: all. */
  readonly revision?: string;
  /** Labels of their pods. Default: `app=istiod`. */
  readonly selector?: string;
  /** Milliseconds for the answer of each. Default: 10000. */
  readonly timeout?: number;
  /** Ends what is under way: the reason of the signal is thrown. */
  readonly signal?: AbortSignal;
}

/**
 * The pods of istiod that run, by name.
 *
 * @throws {MeshctlError} `environment` when there is none, or when pods may not be listed.
 */
export async function findIstiods(client: ClusterClient, options: IstiodOptions): Promise<readonly Pod[]> {
  const { istioNamespace: namespace = 'istio-system', revision, selector = 'app=istiod', signal } = options;
  const labels = revision === undefined ? selector : `${selector},istio.io/rev=${revision}`;
  const pods = await findPods(client, { selector: labels }, { namespace, ...(signal && { signal }) }).catch(
    (error: unknown) => {
      if (error instanceof MeshctlError && error.code === 'usage') return [];
      throw error;
    },
  );
  const running = pods.filter(isRunning);
  if (running.length === 0) throw noneRuns(namespace, labels, pods.length);
  return running.toSorted((a, b) => compareText(a.name, b.name));
}

function isRunning({ object }: Pod): boolean {
  const leaves = Object.hasOwn(fieldsOf(object.metadata)?.raw ?? {}, 'deletionTimestamp');
  return fieldsOf(object.status)?.text('phase') === 'Running' && !leaves;
}

function noneRuns(namespace: string, labels: string, others: number): MeshctlError {
  return new MeshctlError('environment', `no istiod runs in the namespace ${namespace}`, {
    reason:
      others === 0
        ? `no pod there has the labels ${labels}`
        : `none of the ${others} pods with the labels ${labels} is running`,
    hint: '-i names another namespace; a control plane outside of the cluster is asked with --xds-address',
  });
}
