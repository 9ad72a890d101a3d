import type { LabelSelector } from '../kubernetes-shapes.ts';
import type { Mesh } from '../mesh.ts';
import { matchesSelector, type LabelLookup } from './label-selector.ts';

/** Which namespaces something is open to: `allowedRoutes.namespaces`, `allowedListeners.namespaces`. */
export interface AllowedNamespaces {
  readonly from?: string;
  readonly selector?: LabelSelector;
}

/**
 * Whether an object of the namespace `home` lets in one of the namespace `guest`; undefined when that depends on labels
 * of a Namespace that the input does not hold.
 */
export function admits(
  mesh: Mesh,
  { from = 'Same', selector }: AllowedNamespaces,
  home: string,
  guest: string,
): boolean | undefined {
  if (from === 'All') return true;
  if (from === 'Same') return home === guest;
  if (from !== 'Selector' || selector === undefined) return false;
  return matchesSelector(selector, labelsOf(mesh, guest));
}

/** The name that the API server gives every Namespace as a label. */
const namespaceLabel = 'kubernetes.io/metadata.name';

/** The labels of a Namespace, as far as they are known. */
function labelsOf(mesh: Mesh, namespace: string): LabelLookup {
  const held = mesh.find('Namespace', '', namespace);
  const isSure = held !== undefined || mesh.settings.assume === 'complete';
  return (name) => {
    if (name === namespaceLabel) return namespace;
    return held?.labels[name] ?? (isSure ? null : undefined);
  };
}
