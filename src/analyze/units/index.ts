export { assignNamespaces } from './assign-namespaces.ts';
export { isKustomization, readKustomizations, type Kustomization } from './kustomizations.ts';
export { identityOf, splitIntoUnits, type Unit, type UnitMode } from './split-into-units.ts';
export { fragmentReason, holdsPlaceholder } from './fragments.ts';
