import type { Severity } from '../../finding.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF's word for a severity. */
export function sarifLevel(severity: Severity): string {
  return levels[severity];
}
