import { TemplateFault } from '../template-fault.ts';
import { fulfils } from './constraint.ts';
import { parseVersion } from './version.ts';

/** Whether a version fulfils a constraint, such as `^1.2`; false when one of them cannot be read. */
export function satisfiesVersion(constraint: string, version: string): boolean {
  try {
    return fulfils(constraint, parseVersion(version));
  } catch (error) {
    if (error instanceof TemplateFault) return false;
    throw error;
  }
}
