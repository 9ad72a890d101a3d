import type { Path } from '../../path.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from '../rule.ts';
import { checkFqdn, isDnsLabel } from '../values/hosts.ts';

const emptyPart = errorRule({
  slug: 'gatewayref/empty-part',
  summary: 'A gateway is named by its namespace and its name.',
  message: ({ gateway }: { gateway: string }) =>
    `${JSON.stringify(gateway)} lacks the namespace or the name of a gateway`,
  hint: 'Write `<namespace>/<name>`, or only the name for a gateway in the same namespace.',
});

const invalidPart = errorRule({
  slug: 'gatewayref/invalid',
  summary: 'The namespace and the name of a gateway are DNS labels.',
  message: ({ gateway }: { gateway: string }) => `${JSON.stringify(gateway)} does not name a gateway`,
  hint: 'Write `<namespace>/<name>`, each of letters, digits and inner hyphens.',
});

const legacyName = warningRule({
  slug: 'virtualservice/legacy-gateway-name',
  summary: 'A gateway in another namespace is named `<namespace>/<name>`.',
  message: ({ gateway, instead }: { gateway: string; instead: string }) =>
    `${JSON.stringify(gateway)} names a gateway in an old form; write ${JSON.stringify(instead)}`,
  repair: ({ instead }, path) => ({
    description: `write ${JSON.stringify(instead)}`,
    steps: [{ op: 'set', path, value: instead }],
  }),
});

export const gatewayNameRules: readonly RuleInfo[] = [emptyPart, invalidPart, legacyName];

interface NameOptions {
  /** Whether to warn of names with dots. */
  readonly warn?: boolean;
  /** Whether the part after the slash may be anything. */
  readonly anyName?: boolean;
}

/** Checks names of gateways as far as Istio does: entries after the first without a slash are not looked at. */
export function checkGatewayNames(
  gateways: readonly string[],
  path: Path,
  report: Report,
  { warn = false, anyName = false }: NameOptions = {},
): void {
  for (const [index, gateway] of gateways.entries()) {
    if (!gateway.includes('/')) {
      if (warn) checkForm(gateway, [...path, index], report);
      checkFqdn(gateway, [...path, index], report);
      return;
    }
    const fault = partsFault(gateway, anyName);
    if (fault !== undefined) report(fault, [...path, index], { gateway });
  }
}

function checkForm(gateway: string, path: Path, report: Report): void {
  const [name = '', namespace] = gateway.split('.');
  if (namespace !== undefined) report(legacyName, path, { gateway, instead: `${namespace}/${name}` });
}

function partsFault(gateway: string, anyName: boolean): typeof emptyPart | undefined {
  const slash = gateway.indexOf('/');
  const namespace = gateway.slice(0, slash);
  const name = gateway.slice(slash + 1);
  if (namespace === '' || name === '') return emptyPart;
  return isDnsLabel(namespace) && (anyName || isDnsLabel(name)) ? undefined : invalidPart;
}
