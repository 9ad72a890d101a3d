import { label } from '../label.ts';
import type { ControlPlane } from './upgrade-plan.ts';

/** From which control plane gateways go to which one. */
export interface GatewayWay {
  readonly from: ControlPlane;
  readonly to: ControlPlane;
}

/** A text in an object that an installation made for a gateway. */
export interface GatewayField {
  readonly kind: string;
  /** JSON pointer (RFC 6901). */
  readonly path: string;
  readonly before: string;
}

/**
 * What becomes of such a field when the gateway goes to another control plane: labels and notes of whose it is, and in the
 * template of a Deployment the image of the proxy and what names the old istiod. The same text where it stays, undefined
 * for a field that no upgrade touches.
 */
export function gatewayFieldAfter({ kind, path, before }: GatewayField, way: GatewayWay): string | undefined {
  if (path === ownLabel) return renamed(before, way, (revision) => revision);
  if (kind !== 'Deployment') return undefined;
  if (path === note) return renamed(before, way, (revision) => revision);
  if (image.test(path)) return newImage(before, way);
  if (variable.test(path)) return newAddress(before, way);
  return volume.test(path) ? renamed(before, way, configMapOf) : undefined;
}

const escaped = label.revision.replaceAll('/', '~1');
const ownLabel = `/metadata/labels/${escaped}`;
const note = `/spec/template/metadata/annotations/${escaped}`;
const image = /^\/spec\/template\/spec\/(initContainers|containers)\/\d+\/image$/;
const variable = /^\/spec\/template\/spec\/(initContainers|containers)\/\d+\/env\/\d+\/value$/;
const volume = /^\/spec\/template\/spec\/volumes\/\d+\/configMap\/name$/;

const renamed = (text: string, { from, to }: GatewayWay, nameOf: (revision: string) => string): string =>
  text === nameOf(from.revision) ? nameOf(to.revision) : text;

/** Images of others, and `auto`, which an injector fills in, stay. */
function newImage(text: string, { from, to }: GatewayWay): string {
  const old = `${from.hub}/proxyv2:${from.version}`;
  return text.startsWith(old) ? `${to.hub}/proxyv2:${to.version}${text.slice(old.length)}` : text;
}

/** `istiod-old.istio-system.svc` stands in addresses and in the configuration of proxies. */
const newAddress = (text: string, { from, to }: GatewayWay): string =>
  text.replaceAll(/(?<![\w.-])istiod(-[a-z0-9-]+)?(?=\.)/g, (host) =>
    host === hostOf(from.revision) ? hostOf(to.revision) : host,
  );

const hostOf = (revision: string): string => (revision === 'default' ? 'istiod' : `istiod-${revision}`);
const configMapOf = (revision: string): string => (revision === 'default' ? 'istio' : `istio-${revision}`);
