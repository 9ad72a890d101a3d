import type { JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { labelsOf } from './object-labels.ts';
import { isUnnamed } from './revision-name.ts';

interface TakesDefaultInput {
  /** Objects of the cluster before the installation; of these, injectors are looked at. */
  readonly state: readonly JsonObject[];
  /** That is installed; empty or `default` for the control plane without a name. */
  readonly revision: string;
  /** `values.global.operatorManageWebhooks`: somebody else writes all webhooks. */
  readonly operatorManageWebhooks: boolean;
}

/** Whether an installation makes its revision the default one: one without a name always, others where there is none. */
export const takesDefault = ({ state, revision, operatorManageWebhooks }: TakesDefaultInput): boolean =>
  !operatorManageWebhooks && (isUnnamed(revision) || !state.some(isDefaultTag));

function isDefaultTag(object: JsonObject): boolean {
  const { app, [label.tag]: tag } = labelsOf(object);
  return object.kind === 'MutatingWebhookConfiguration' && app === 'sidecar-injector' && tag === 'default';
}
