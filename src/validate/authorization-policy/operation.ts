import type { Static } from 'typebox';
import type { Operation } from '../../api/authorization-policy.ts';
import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkNotEmpty, checkPorts, each, type ListCheck } from './values.ts';

type OperationSpec = Static<typeof Operation>;

const pathTemplate = errorRule({
  slug: 'authz/path-template',
  summary: 'Path templates use `{*}` and `{**}` as whole segments, nothing variable after `{**}`.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not a valid path template`,
  hint: 'Use `{*}` for one segment and `{**}` for the rest, each between slashes, and no other braces or stars.',
});

export const authorizationOperationRules: readonly RuleInfo[] = [pathTemplate];

/** Checks what a rule of a policy allows or denies. */
export function checkOperation(operation: OperationSpec, path: Path, report: Report): void {
  for (const [name, values] of Object.entries(operation)) {
    checkNotEmpty(name, values, [...path, name], report);
    checks[name]?.(values, [...path, name], report);
  }
}

const checkTemplates = each((value, path, report) => {
  if (/[{}]/.test(value) && !isTemplate(value)) report(pathTemplate, path, { value });
});

const checks: Readonly<Record<string, ListCheck>> = {
  ports: checkPorts,
  notPorts: checkPorts,
  paths: checkTemplates,
  notPaths: checkTemplates,
};

/** What a segment between the variables is made of: the characters of a path in RFC 3986. */
const literal = /^[A-Za-z0-9\-._~%!$&'()+,;:@=]+$/;

function isTemplate(value: string): boolean {
  const segments = value.replace(/^\/+|\/+$/g, '').split('/');
  const rest = segments.indexOf('{**}');
  return segments.every((segment, index) => {
    if (segment === '{*}' || segment === '{**}') return rest === -1 || index <= rest;
    return literal.test(segment);
  });
}

/** Whether the operation names ports, which are known of TCP connections too. */
export const namesPorts = ({ ports = [], notPorts = [] }: OperationSpec): boolean =>
  ports.length > 0 || notPorts.length > 0;
