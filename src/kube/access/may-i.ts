import { objectIn } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { ClusterWriter } from '../apply/cluster-writer.ts';
import type { WriteOptions } from '../apply/write-options.ts';
import { textOf } from '../text-of.ts';

/** Something that one might be allowed to do. */
export interface AccessAttributes {
  /** `create`, `patch`, `delete` ...; `*` for all. */
  readonly verb: string;
  /** API group; none is the core group, `*` all. */
  readonly group?: string;
  readonly version?: string;
  /** In the plural: `deployments`. */
  readonly resource: string;
  readonly subresource?: string;
  /** None: all namespaces, or a resource without namespaces. */
  readonly namespace?: string;
  readonly name?: string;
}

/** Whether it is allowed. */
export interface Access {
  readonly allowed: boolean;
  /** What the server says about it, if anything. */
  readonly reason?: string;
}

/**
 * Asks the cluster whether the user of the connection may do something, with one SelfSubjectAccessReview
 * (https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access). Nothing is stored.
 *
 * @throws {ApiError} when the cluster does not answer such questions.
 */
export async function mayI(
  writer: Pick<ClusterWriter, 'create'>,
  attributes: AccessAttributes,
  options: Pick<WriteOptions, 'signal'> = {},
): Promise<Access> {
  const resourceAttributes: JsonObject = { ...attributes };
  const review = await writer.create(
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      metadata: {},
      spec: { resourceAttributes },
    },
    options,
  );
  const { allowed, reason, evaluationError } = objectIn(review, 'status');
  const why = textOf(reason) ?? textOf(evaluationError);
  return { allowed: allowed === true, ...(why !== undefined && why !== '' && { reason: why }) };
}
