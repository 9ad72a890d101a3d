import { MeshctlError } from '../../errors.ts';
import type { FlagSuppression, IgnoreEntry, Level, Policy, SeverityLayer } from './policy.ts';
import type { RuleNames } from './rule-names.ts';

/** The name of a rule as somebody wrote it. */
export interface WrittenName {
  readonly name: string;
  /** Where, for messages: `meshctl.yaml:3:5`. */
  readonly at: string;
}

/** What a settings file says of findings, well-formed, but with names of rules that may be wrong. */
export interface PolicySettings {
  /** Absolute path of the folder of the file. */
  readonly folder: string;
  readonly severities: readonly WrittenSeverities[];
  readonly ignore: readonly WrittenIgnore[];
}

export interface WrittenSeverities {
  readonly files?: readonly string[];
  readonly levels: readonly { readonly rule: WrittenName; readonly level: Level }[];
}

export type WrittenIgnore = Omit<IgnoreEntry, 'rule'> & { readonly rule: WrittenName };

/**
 * The policy of a run, from the settings of the project and the values of `--suppress` (`CODE` or `CODE=RESOURCE`).
 * Throws `MeshctlError('usage')` for a rule that does not exist and for a flag that cannot be understood.
 */
export function policyOf(
  settings: PolicySettings | undefined,
  flags: readonly string[],
  rules: RuleNames,
): Policy {
  const { folder = '/', severities = [], ignore = [] } = settings ?? {};
  return {
    folder,
    severities: severities.map((written) => severityLayer(written, rules)),
    flags: flags.map((text) => flagSuppression(text, rules)),
    ignore: ignore.map(({ rule, ...rest }) => ({ rule: rules.resolve(rule.name, rule.at), ...rest })),
  };
}

function severityLayer({ files, levels }: WrittenSeverities, rules: RuleNames): SeverityLayer {
  return {
    ...(files && { files }),
    levels: new Map(levels.map(({ rule, level }) => [rules.resolve(rule.name, rule.at), level])),
  };
}

function flagSuppression(text: string, rules: RuleNames): FlagSuppression {
  const [, name = '', , resource] = /^([^=]*)(=(.*))?$/s.exec(text) ?? [];
  if (name.trim() === '' || resource?.trim() === '') {
    throw new MeshctlError('usage', `--suppress does not take "${text}"`, {
      hint: 'write a rule, or a rule and a resource: IST0101, "IST0101=VirtualService shop/*"',
    });
  }
  const rule = rules.resolve(name.trim(), `--suppress ${text}`);
  return { text, rule, ...(resource !== undefined && { resource: resource.trim() }) };
}
