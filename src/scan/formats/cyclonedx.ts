import { jsonText } from '../../output/index.ts';
import { version } from '../../version.ts';
import type { ComponentGroup } from '../component-group.ts';
import type { ScanReport } from '../scan-report.ts';
import { vulnerabilitiesOf } from './cyclonedx-vulnerabilities.ts';

/**
 * The report as a bill of materials with vulnerabilities and their analysis (VEX): CycloneDX 1.6,
 * https://cyclonedx.org/docs/1.6/json/. It has no serial number and no time, so that the same input gives the same bytes.
 */
export function cycloneDx(report: ScanReport): string {
  const { groups, advisories, asOf } = report;
  return jsonText({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'meshctl', version }] },
      component: { type: 'platform', 'bom-ref': 'mesh', name: 'istio-mesh' },
      properties: [{ name: 'meshctl:known-until', value: asOf }],
    },
    components: groups.map(componentOf),
    dependencies: [{ ref: 'mesh', dependsOn: groups.map(({ id }) => id) }],
    vulnerabilities: advisories.flatMap(vulnerabilitiesOf),
  });
}

function componentOf(group: ComponentGroup): object {
  const { id, component, vendorSuffix } = group;
  const name = images[component];
  const built = versionOf(group);
  const digests = [...new Set(group.instances.flatMap(({ digest }) => digest ?? []))];
  const [digest] = digests;
  return {
    ...{ type: 'container', 'bom-ref': id },
    ...(vendorSuffix === undefined && { group: 'istio' }),
    name,
    ...(built !== undefined && { version: built }),
    ...(digests.length === 1 &&
      digest !== undefined && { hashes: [{ alg: 'SHA-256', content: digest.replace('sha256:', '') }] }),
    ...(built !== undefined && vendorSuffix === undefined && { purl: `pkg:docker/istio/${name}@${built}` }),
    properties: propertiesOf(group),
  };
}

const versionOf = ({ version: own, line, vendorSuffix }: ComponentGroup): string | undefined =>
  own === undefined ? line : [own, ...(vendorSuffix === undefined ? [] : [vendorSuffix])].join('-');

const images: Readonly<Record<ComponentGroup['component'], string>> = {
  istiod: 'pilot',
  sidecar: 'proxyv2',
  gateway: 'proxyv2',
  waypoint: 'proxyv2',
  ztunnel: 'ztunnel',
  cni: 'install-cni',
  mixer: 'mixer',
};

function propertiesOf({ component, instances, pods, support }: ComponentGroup): readonly object[] {
  const images = [...new Set(instances.flatMap(({ image }) => image ?? []))].sort();
  return [
    { name: 'meshctl:component', value: component },
    { name: 'meshctl:workloads', value: String(instances.length) },
    { name: 'meshctl:pods', value: String(pods) },
    ...(support === undefined ? [] : [{ name: 'meshctl:support', value: support.reason }]),
    ...images.map((value) => ({ name: 'meshctl:image', value })),
  ];
}
