import { plainText, objectIn, type JsonObject } from '../json.ts';
import { label } from '../label.ts';

/** Whose an object is: an installation is told from others by its IstioOperator and its revision. */
export interface InstallOwner {
  /** `metadata.name` of the IstioOperator, empty without one. */
  readonly name: string;
  readonly namespace: string;
  /** `default` for the control plane without a name. */
  readonly revision: string;
}

/** The labels that every object of an installation has; all of them together make it its own. */
export function ownershipLabels(owner: InstallOwner, component: string, version: string): JsonObject {
  return {
    [label.component]: component,
    [label.managed]: 'Reconcile',
    [label.version]: version,
    [label.revision]: owner.revision,
    ...(owner.name !== '' && { [label.owner]: owner.name }),
    [label.ownerNamespace]: owner.namespace,
  };
}

/**
 * Whether an object belongs to an installation, by its labels. The version does not count: what an earlier version left
 * is still its own. An IstioOperator without a name owns what names none, or `unknown`, as charts do.
 */
export function isOwnedBy(object: JsonObject, owner: InstallOwner): boolean {
  const labels = objectIn(object, 'metadata', 'labels');
  const named = plainText(labels[label.owner]);
  return (
    plainText(labels[label.component]) !== '' &&
    labels[label.managed] === 'Reconcile' &&
    labels[label.revision] === owner.revision &&
    labels[label.ownerNamespace] === owner.namespace &&
    (owner.name === '' ? ['', 'unknown'].includes(named) : named === owner.name)
  );
}
