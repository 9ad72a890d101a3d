import type { Severity } from '../../finding.ts';
import type { RuleInfo } from '../report.ts';
import { sarifLevel } from './sarif-level.ts';

/** The words of GitHub code scanning. */
const problemSeverity: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
};

/** SARIF's reportingDescriptor of a rule. */
export function sarifRule({ slug, code, summary, severity, docs, help, score }: RuleInfo): object {
  const text = help === '' ? summary : help;
  return {
    id: slug,
    name: pascalCase(slug),
    shortDescription: { text: summary },
    fullDescription: { text: `${code}: ${summary}` },
    help: { text, markdown: docs === '' ? text : `${text}\n\n[${code} ${slug}](${docs})` },
    ...(docs !== '' && { helpUri: docs }),
    defaultConfiguration: { level: sarifLevel(severity) },
    properties: {
      code,
      // Code scanning ranks by the score only what has this tag.
      tags: ['istio', code, ...(score === undefined ? [] : ['security'])],
      'problem.severity': problemSeverity[severity],
      ...(score !== undefined && { 'security-severity': score.toFixed(1) }),
    },
  };
}

/** `virtualservice/redirect-code` -> `VirtualserviceRedirectCode`. */
function pascalCase(slug: string): string {
  return slug.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) => letter.toUpperCase());
}
