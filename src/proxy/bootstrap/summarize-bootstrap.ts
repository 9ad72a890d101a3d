import type { JsonObject } from '../../resources/index.ts';
import type { ProxyDump } from '../dump/dump.ts';
import { requiredSection } from '../dump/required-section.ts';
import { asNumber, asObject, asText, bareMessage, valueAt, type Maybe } from '../message/index.ts';

/** What a proxy is, as it was started. What it does not say is empty. */
export interface BootstrapSummary {
  readonly istioVersion: string;
  /** Commit of the proxy's source. */
  readonly proxyVersion: string;
  /** `1.40.0/Clean/RELEASE/BoringSSL`. */
  readonly envoyVersion: string;
  /** `sidecar~10.0.0.7~reviews-v1-0.default~default.svc.cluster.local`. */
  readonly nodeId: string;
  readonly workload: string;
  readonly namespace: string;
  readonly cluster: string;
  readonly mesh: string;
  /** Where it gets its configuration: host and port. */
  readonly discovery: string;
}

/** Tells a proxy by its bootstrap configuration. */
export function summarizeBootstrap(dump: ProxyDump): BootstrapSummary {
  const { node } = asObject(requiredSection(dump, 'bootstrap').value().bootstrap);
  const metadata = asObject(valueAt(node, 'metadata'));
  return {
    istioVersion: asText(metadata.ISTIO_VERSION),
    proxyVersion: asText(metadata.ISTIO_PROXY_SHA).replace(/^[^:]*:/, ''),
    envoyVersion: envoyVersion(valueAt(node, 'user_agent_build_version')),
    nodeId: asText(valueAt(node, 'id')),
    workload: asText(metadata.WORKLOAD_NAME) || asText(metadata.NAME),
    namespace: asText(metadata.NAMESPACE),
    cluster: asText(metadata.CLUSTER_ID),
    mesh: asText(metadata.MESH_ID),
    discovery: asText(valueAt(metadata, 'PROXY_CONFIG', 'discoveryAddress')),
  };
}

/** The section as protobuf's JSON. */
export function selectBootstrap(dump: ProxyDump): JsonObject {
  return bareMessage(requiredSection(dump, 'bootstrap').value(), 'envoy.admin.v3.BootstrapConfigDump');
}

function envoyVersion(build: Maybe): string {
  const version = asObject(valueAt(build, 'version'));
  const numbers = [version.major_number, version.minor_number, version.patch].map(asNumber).join('.');
  const label = asText(valueAt(build, 'metadata', 'build.label'));
  const details = ['revision.status', 'build.type', 'ssl.version']
    .map((key) => asText(valueAt(build, 'metadata', key)))
    .filter((text) => text !== '');
  return [label === '' ? numbers : `${numbers}-${label}`, ...details].join('/');
}
