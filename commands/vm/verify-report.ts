import type { CommandIo } from '../command-io.ts';
import { printable } from '../../src/output/index.ts';
import { printDocument } from '../print-document.ts';

/** A finding about a folder or a machine. */
export interface ReportedFinding {
  readonly rule: string;
  readonly file: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly effect: string;
  readonly cure: string;
}

/** What was verified, and what was found. */
export interface VerifyReport {
  readonly kind: 'VmBundleReport' | 'VmMachineReport';
  /** What to say when nothing is wrong. */
  readonly fine: string;
  /** What the document says before `ok`, and after it. */
  readonly about: Readonly<Record<string, string>>;
  readonly more?: object;
  readonly findings: readonly ReportedFinding[];
}

/** Prints a report; gives the exit code: 1 when there is an error. */
export async function printReport(
  io: CommandIo,
  output: 'table' | 'json' | 'yaml',
  { kind, fine, about, more = {}, findings }: VerifyReport,
): Promise<number> {
  const ok = findings.every(({ severity }) => severity !== 'error');
  const sorted = findings.map(({ rule, file, severity, effect, cure, message }) => ({
    ...{ rule, file, severity, effect, cure, message },
  }));
  if (output !== 'table') await printDocument(io, output, kind, { ...about, ok, ...more, findings: sorted });
  else io.out(findings.length === 0 ? `${fine}\n` : findings.map(textOf).join('\n'));
  return ok ? 0 : 1;
}

/** The machine and its proxy have a say in messages: nothing of that steers a terminal. */
const textOf = ({ severity, file, rule, message, effect, cure }: ReportedFinding): string =>
  `${severity}: ${printable(message)} [${rule}]\n  file: ${file === 'bundle' ? 'the folder' : printable(file)}\n  then: ${effect}\n  cure: ${cure}\n`;
