import { RE2JS } from 're2js';
import { messageOf } from '../../errors.ts';
import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

const tooLong = errorRule({
  slug: 'regex/too-long',
  summary: 'A regular expression has at most 1024 characters.',
  message: ({ length }: { length: number }) =>
    `the regular expression has ${length} characters, more than 1024`,
});

const invalid = errorRule({
  slug: 'regex/invalid',
  summary: 'A regular expression is in RE2 syntax.',
  message: ({ regex, reason }: { regex: string; reason: string }) =>
    `${JSON.stringify(regex)} is not a regular expression: ${reason}`,
  hint: 'The syntax is that of RE2: no back references, lookaround or possessive quantifiers.',
});

export const regexRules: readonly RuleInfo[] = [tooLong, invalid];

/** Reports a regular expression that a proxy would not take; the empty one is fine here. */
export function checkRegex(regex: string, path: Path, report: Report): void {
  const length = Buffer.byteLength(regex);
  if (length > 1024) {
    report(tooLong, path, { length });
    return;
  }
  const reason = regexFault(regex);
  if (reason !== undefined) report(invalid, path, { regex, reason });
}

const faults = new Map<string, string | undefined>();
const remembered = 10_000;

/** Why a text is not a regular expression in RE2 syntax; undefined when it is one. */
export function regexFault(regex: string): string | undefined {
  if (faults.has(regex)) return faults.get(regex);
  if (faults.size >= remembered) faults.clear();
  const fault = compileFault(regex);
  faults.set(regex, fault);
  return fault;
}

function compileFault(regex: string): string | undefined {
  try {
    RE2JS.compile(regex);
    return undefined;
  } catch (error) {
    return messageOf(error).replace(/^error parsing regexp: /, '');
  }
}
