import { printable, type Paint } from '../../output/index.ts';
import type { CheckOutcome, VerifyCheck, VerifyReport, VerifySection } from './verify-report.ts';

/** A report as text: sections, a line for each check, with its mark, and below it what to do. */
export function formatVerifyReport({ sections }: VerifyReport, styles: Paint): string {
  return sections.map((section) => formatSection(section, styles)).join('\n');
}

function formatSection({ name, checks }: VerifySection, styles: Paint): string {
  const lines = checks.flatMap((check) => formatCheck(check, styles));
  return [styles.bold(titles[name]), ...lines].map((line) => `${line}\n`).join('');
}

const titles: Readonly<Record<VerifySection['name'], string>> = {
  installations: 'What is installed',
  objects: 'Objects against the spec',
  workloads: 'Workloads',
  webhooks: 'Webhooks',
  certificates: 'Certificates',
  versions: 'Versions',
};

function formatCheck(
  { outcome, message, details = [], hint }: VerifyCheck,
  styles: Paint,
): readonly string[] {
  return [
    `${markOf(outcome, styles)} ${printable(message)}`,
    ...details.map((line) => `    ${printable(line)}`),
    ...(hint === undefined || outcome === 'ok' ? [] : [`    ${styles.dim(printable(`hint: ${hint}`))}`]),
  ];
}

function markOf(outcome: CheckOutcome, { ok, warning, error, dim }: Paint): string {
  switch (outcome) {
    case 'ok':
      return ok('√');
    case 'warning':
      return warning('‼');
    case 'failed':
      return error('×');
    case 'skipped':
      return dim('-');
  }
}
