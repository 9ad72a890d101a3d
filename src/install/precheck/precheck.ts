import { capacityFindings } from './checks/capacity.ts';
import { defaultRevisionFindings } from './checks/default-revision.ts';
import { definitionFindings } from './checks/definitions.ts';
import { gatewayApiFindings } from './checks/gateway-api.ts';
import { installationFindings } from './checks/installations.ts';
import { permissionFindings } from './checks/permissions.ts';
import { platformFindings } from './checks/platform.ts';
import { upgradeFindings } from './checks/upgrade.ts';
import { versionFindings } from './checks/kubernetes-version.ts';
import { webhookFindings } from './checks/webhooks.ts';
import { checkOf } from './check-of.ts';
import type { PrecheckFacts } from './precheck-facts.ts';
import type { PrecheckOptions } from './precheck-options.ts';
import type { Check, PrecheckReport } from './precheck-report.ts';

/** Tells whether a cluster is fit for an installation or an upgrade, and what to do where it is not. Pure. */
export function precheck(facts: PrecheckFacts, options: PrecheckOptions = {}): PrecheckReport {
  const { from, controlPlane = true } = options;
  return {
    checks: [
      ...(controlPlane ? controlPlaneChecks(facts, options) : []),
      ...(from === undefined
        ? []
        : [
            checkOf(
              'upgrade/changes',
              `nothing is known to break on the way from 1.${from.minor}`,
              upgradeFindings(facts, from),
            ),
          ]),
    ],
  };
}

function controlPlaneChecks(facts: PrecheckFacts, options: PrecheckOptions): readonly Check[] {
  return [
    checkOf(
      'kubernetes/version',
      'Kubernetes is of a version that Istio supports',
      versionFindings(facts.version),
    ),
    checkOf('kubernetes/permissions', 'you may create what is installed', permissionFindings(facts.access)),
    checkOf('kubernetes/platform', 'the platform needs no other settings', platformFindings(facts, options)),
    checkOf('kubernetes/capacity', 'there is room for what is installed', capacityFindings(facts, options)),
    checkOf(
      'definitions/gateway-api',
      'Gateway API is of a version that Istio reads',
      gatewayApiFindings(facts),
    ),
    checkOf('definitions/istio', 'the definitions of Istio are nobody else’s', definitionFindings(facts)),
    checkOf(
      'installed/control-planes',
      'no control plane is in the way',
      installationFindings(facts, options),
    ),
    checkOf('installed/webhooks', 'injectors have their istiods, and share no pods', webhookFindings(facts)),
    checkOf(
      'installed/default-revision',
      'one revision is the default, if any',
      defaultRevisionFindings(facts),
    ),
  ];
}
