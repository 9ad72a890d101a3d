import type { BundleFinding } from '../bundle-finding.ts';
import type { BundleRuleName } from '../bundle-rules.ts';
import { machineRules, type MachineRule, type MachineRuleName } from './machine-rules.ts';

/** What is wrong with a machine, how it fails, and the cure. */
export interface MachineFinding extends MachineRule {
  readonly rule: MachineRuleName | BundleRuleName;
  /** Its path, or `agent`, `envoy`, `machine`. */
  readonly file: string;
  readonly message: string;
}

/** A finding by its rule; secrets never belong into the message. */
export const machineFinding = (rule: MachineRuleName, file: string, message: string): MachineFinding => ({
  rule,
  file,
  ...machineRules[rule],
  message,
});

/** A finding about a file of a bundle as one about its place. */
export function placed(
  { rule, message, severity, effect, cure }: BundleFinding,
  file: string,
): MachineFinding {
  const made = cure.endsWith('`meshctl vm bundle`') ? `${cure}, and install them` : cure;
  return { rule, file, severity, effect, cure: made, message };
}
