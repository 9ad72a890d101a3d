export { assignNamespaces } from './assign-namespaces.ts';
export { readKustomizations, type Kustomization } from './kustomizations.ts';
export { splitIntoUnits } from './split-into-units.ts';
export { fragmentReason, holdsPlaceholder } from './fragments.ts';
