import { annotationFault } from '../validate/index.ts';
import { MeshctlError } from '../errors.ts';
import { annotationsOf, type Pod } from './pod.ts';

/** @throws {MeshctlError} `input` when annotations cannot be obeyed; it names all of them. */
export function checkAnnotations(pod: Pod, name: string): void {
  const faults = Object.entries(annotationsOf(pod)).flatMap(([key, value]) => {
    const fault = annotationFault(key, value);
    return fault === undefined ? [] : [`annotation ${key}: ${fault}`];
  });
  if (faults.length > 0) throw new MeshctlError('input', `cannot inject ${name}: ${faults.join('; ')}`);
}
