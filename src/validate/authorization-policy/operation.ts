import type { Static } from 'typebox';
import type { Operation } from '../../api/authorization-policy.ts';
import type { Path } from '../../path.ts';
import { emptyValue } from './values.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

type OperationSpec = Static<typeof Operation>;

export const policyPort = errorRule({
  slug: 'authz/port',
  summary: 'Ports of an authorization rule are numbers from 0 to 65535, as text.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not a port number`,
});

const pathTemplate = errorRule({
  slug: 'authz/path-template',
  summary: 'Path templates use `{*}` and `{**}` as whole segments, `{**}` last.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not a valid path template`,
  hint: 'Use `{*}` for one segment and `{**}` for the rest, each between slashes, and no other braces or stars.',
});

export const authorizationOperationRules: readonly RuleInfo[] = [policyPort, pathTemplate];

/** Checks what a rule of a policy allows or denies. */
export function checkOperation(operation: OperationSpec, path: Path, report: Report): void {
  for (const [name, values] of Object.entries(operation) as [keyof OperationSpec, string[]][]) {
    for (const [index, value] of values.entries()) {
      if (value === '') report(emptyValue, [...path, name, index], { field: name });
      else if (name === 'ports' || name === 'notPorts')
        checkPolicyPort(value, [...path, name, index], report);
      else if (name === 'paths' || name === 'notPaths') checkTemplate(value, [...path, name, index], report);
    }
  }
}

export function checkPolicyPort(value: string, path: Path, report: Report): void {
  if (!/^[+]?\d+$/.test(value) || Number(value) > 65535) report(policyPort, path, { value });
}

function checkTemplate(value: string, path: Path, report: Report): void {
  if (/[{}]/.test(value) && !isTemplate(value)) report(pathTemplate, path, { value });
}

/** What Envoy's URI templates take between the variables. */
const literal = /^[A-Za-z0-9\-._~%!$&'()+,;:@=]*$/;

function isTemplate(value: string): boolean {
  const segments = value.replace(/^\//, '').split('/');
  return segments.every((segment, index) => {
    if (segment === '{*}') return true;
    if (segment === '{**}') return index === segments.length - 1;
    return literal.test(segment);
  });
}

/** Whether the operation asks for something that only HTTP requests have. */
export function hasHttpOperation(operation: OperationSpec | undefined): boolean {
  const {
    hosts = [],
    notHosts = [],
    methods = [],
    notMethods = [],
    paths = [],
    notPaths = [],
  } = operation ?? {};
  return [hosts, notHosts, methods, notMethods, paths, notPaths].some(({ length }) => length > 0);
}
