import type { Finding } from '../../finding.ts';
import { remarks } from './remarks.ts';

/** The remarks of a finding as lines of their own: `Hint: ...`. */
export function remarkLines(finding: Finding, root?: string): string[] {
  return remarks(finding, root).map(
    ([label, text]) => `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${text}`,
  );
}
