import type { Finding } from '../../finding.ts';
import { printable } from '../printable.ts';
import { portablePath } from './file-path.ts';

/** `file:line:column` of a finding or a related place, safe to print. */
export function place({ file, range }: Pick<Finding, 'file' | 'range'>): string {
  return `${printable(portablePath(file))}:${range.start.line}:${range.start.column}`;
}
