import type { ComponentInstance } from './component-instance.ts';
import { versionOfTag } from './version-of-image.ts';

/**
 * Adds versions to what says none: to proxies that are injected the one of the istiod that does it, to the rest the one
 * that was given.
 */
export function withKnownVersions(
  instances: readonly ComponentInstance[],
  given: string | undefined,
): readonly ComponentInstance[] {
  const fill = (one: ComponentInstance): ComponentInstance =>
    given !== undefined && saysNone(one) ? { ...one, ...versionOfTag(given, 'given') } : one;
  const certain = instances.map((one) => (isInjected(one) ? one : fill(one)));
  return certain.map((one) => fill(isInjected(one) ? injectedBy(one, certain) : one));
}

const saysNone = ({ version, line, digest }: ComponentInstance): boolean =>
  version === undefined && line === undefined && digest === undefined;

/** Whether the injector chooses the image. */
const isInjected = ({ component, version, image = 'auto' }: ComponentInstance): boolean =>
  (component === 'sidecar' || component === 'gateway') && version === undefined && image === 'auto';

function injectedBy(one: ComponentInstance, all: readonly ComponentInstance[]): ComponentInstance {
  const istiods = all.filter(({ component, version }) => component === 'istiod' && version !== undefined);
  const own = istiods.filter(({ revision = 'default' }) => revision === (one.revision ?? 'default'));
  const builds = own.length > 0 || one.revision !== undefined ? own : istiods;
  const [first, ...rest] = builds;
  if (first === undefined || rest.some(({ version }) => version !== first.version)) return one;
  const { version, origin, vendorSuffix } = first;
  return {
    ...one,
    ...(version !== undefined && { version, versionFrom: 'injector' }),
    origin,
    ...(vendorSuffix !== undefined && { vendorSuffix }),
  };
}
