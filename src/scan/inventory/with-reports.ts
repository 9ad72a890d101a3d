import { parseTag } from '../../releases/index.ts';
import type { ComponentInstance, ComponentName } from './component-instance.ts';
import type { ProxyReport } from './proxy-report.ts';
import { versionOfTag } from './version-of-image.ts';

/** Adds what proxies say of themselves: it counts more than what images say. */
export function withReports(
  instances: readonly ComponentInstance[],
  reports: readonly ProxyReport[],
): readonly ComponentInstance[] {
  const told = [...instances];
  for (const report of reports) {
    const at = told.findIndex((instance) => isOf(instance, report));
    const known = told[at];
    if (known === undefined) told.push(fromReport(report));
    else if (known.version !== parseTag(report.version).version || known.pods < 2)
      told.splice(at, 1, ...corrected(known, report));
  }
  return told;
}

/** Of a workload with several Pods only this one is known to be different. */
function corrected(known: ComponentInstance, report: ProxyReport): readonly ComponentInstance[] {
  if (report.version === '') return [known];
  const own = { ...known, ...versionOfTag(report.version, 'metadata') };
  if (known.pods < 2) return [own];
  return [
    { ...known, pods: known.pods - 1 },
    { ...own, pods: 1 },
  ];
}

const isOf = ({ component, kind, namespace, name }: ComponentInstance, report: ProxyReport): boolean =>
  component === componentOf(report) &&
  namespace === report.namespace &&
  (name === report.name || (kind !== 'Pod' && report.name.startsWith(`${name}-`)));

function fromReport(report: ProxyReport): ComponentInstance {
  const { namespace, name, version, revision } = report;
  return {
    component: componentOf(report),
    kind: 'Proxy',
    namespace,
    name,
    ...(revision !== '' && { revision }),
    ...(version === '' ? { origin: 'unknown' as const } : versionOfTag(version, 'metadata')),
    pods: 1,
  };
}

function componentOf({ role }: ProxyReport): ComponentName {
  if (role === 'router') return 'gateway';
  return role === 'waypoint' || role === 'ztunnel' ? role : 'sidecar';
}
