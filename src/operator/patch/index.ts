import type { Finding } from '../../finding.ts';
import type { KubeObject } from '../component-context.ts';
import type { Part } from '../part.ts';
import type { SpecLayer } from '../spec/index.ts';

export function applySettings(
  objects: readonly KubeObject[],
  _part: Part,
  _layers: readonly SpecLayer[],
): { readonly objects: readonly KubeObject[]; readonly findings: readonly Finding[] } {
  return { objects, findings: [] };
}
