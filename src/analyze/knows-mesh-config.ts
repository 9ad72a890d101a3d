import type { Mesh } from './mesh.ts';

/** Whether the mesh config is that of the mesh: the input is complete, or it was given, and not made of defaults. */
export const knowsMeshConfig = (mesh: Mesh): boolean =>
  mesh.settings.assume === 'complete' || mesh.meshConfig.resource.document.file !== 'istio';
