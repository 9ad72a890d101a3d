import type { JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { caBundleOf } from './called-by-injector.ts';
import { deactivated } from './deactivated.ts';
import { deactivation } from './deactivation.ts';
import type { Labels } from './object-labels.ts';
import { isUnnamed } from './revision-name.ts';
import { tagObjects } from './tag-objects.ts';

/** What an installation that becomes the default one needs to know. */
export interface DefaultRevisionInput {
  /** Empty or `default` for the control plane without a name. */
  readonly revision: string;
  /** Of the control plane. */
  readonly namespace: string;
  /** The injector of the revision, as it is rendered or in the cluster. */
  readonly injector: JsonObject;
  /** The injector of the control plane without a name, as it is in the cluster. */
  readonly liveInjector?: JsonObject;
  /** `istiod-default-validator`, as it is in the cluster. */
  readonly liveValidator?: JsonObject;
  /** By which the installation finds what it owns; added to those of the injector. */
  readonly ownerLabels: Labels;
  /** `sidecarInjectorWebhook.enableNamespacesByDefault`. */
  readonly everywhere?: boolean;
}

/**
 * The objects that make a revision the default one, in the order in which they are applied: the injector without a name,
 * which is called for nothing any more, where there is one; and the tag `default` with its validator.
 *
 * @throws {MeshctlError} `input` when the injector has no webhook that injects.
 */
export function defaultRevisionObjects(input: DefaultRevisionInput): readonly JsonObject[] {
  const { namespace, injector, liveInjector, liveValidator, ownerLabels, everywhere = false } = input;
  const unnamed = isUnnamed(input.revision);
  const { webhook, validator, service } = tagObjects({
    ...{ tag: 'default', injector, namespace, everywhere },
    caBundle: caBundleOf(injector) || (unnamed ? caBundleOf(liveInjector) : ''),
    // An installation that is renamed, or whose default moves, leaves the tag.
    ownerLabels: { ...ownerLabels, [label.notPruned]: 'true' },
    ...(liveValidator && { liveValidator }),
  });
  const without = unnamed ? deactivated(injector) : deactivation(liveInjector);
  return [without, webhook, validator, service].filter((object) => object !== undefined);
}
