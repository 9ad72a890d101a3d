import { isObject, plainText, withoutKey, type JsonObject } from '../json.ts';
import { readText } from '../resources/index.ts';
import { checkAnnotations } from './check-annotations.ts';
import { earlierStatus, statusKey, withoutEarlier } from './earlier-injection.ts';
import type { InjectionSettings } from './inject-settings.ts';
import { injectionStatus } from './injection-status.ts';
import { laidOver, meshWithDefaults } from './mesh-settings.ts';
import { mergeTemplates } from './merge-templates.ts';
import { inStartOrder } from './order.ts';
import { withOverrides } from './overrides.ts';
import type { Owner } from './owner.ts';
import { annotationsOf, proxyContainer, withAnnotations, withContainer, type Pod } from './pod.ts';
import { allottedUser } from './proxy-ids.ts';
import { withPlace } from './place.ts';
import { rewriteProbes } from './probes.ts';
import { mergePrometheus } from './prometheus.ts';
import { renderTemplates } from './render-templates.ts';
import { templateData, type TemplateInput } from './template-data.ts';

/**
 * A pod with what its templates add, as istiod injects it.
 *
 * @throws {MeshctlError} `input` for annotations that cannot be obeyed and for templates that fail.
 */
export function injectPod(given: Pod, owner: Owner, settings: InjectionSettings): Pod {
  checkAnnotations(given, nameOf(owner));
  const original = withoutAllottedUser(given, settings.namespaces?.get(owner.namespace));
  const input = templateInput(original, owner, settings);
  const { mesh, proxyConfig } = input;
  const statusPort = statusPortOf(mesh);
  const fragments = renderTemplates(settings.config, templateNames(original, settings), templateData(input));
  const { merged, template } = mergeTemplates(original, fragments);
  const transparent =
    (annotationsOf(original)['sidecar.istio.io/interceptionMode'] ?? proxyConfig.interceptionMode) ===
    'TPROXY';
  const own = withOverrides({ original, template, merged, transparent });
  const placed = withPlace(own, settings);
  const asked = mergePrometheus(placed, mesh, statusPort);
  const probed = rewritesProbes(asked, settings.values)
    ? rewriteProbes(asked, Number(statusPort), { wasInjected: earlierStatus(original) !== undefined })
    : asked;
  const noted = withAnnotations(probed, {
    [statusKey]: injectionStatus(template, settings.revision ?? 'default'),
    ...settings.config.injectedAnnotations,
  });
  return inStartOrder(noted, holdsApplication(proxyConfig, settings.values));
}

/** What the templates of a pod are rendered from. */
export function templateInput(original: Pod, owner: Owner, settings: InjectionSettings): TemplateInput {
  const mesh = meshWithDefaults(settings.mesh);
  const usual = isObject(mesh.defaultConfig) ? mesh.defaultConfig : {};
  return {
    ...{ owner, mesh, settings },
    pod: withoutEarlier(original, statusPortOf(mesh)),
    proxyConfig: laidOver(usual, proxyConfigOf(original)),
  };
}

const statusPortOf = ({ defaultConfig }: JsonObject): string =>
  isObject(defaultConfig) ? plainText(defaultConfig.statusPort) : '';

const nameOf = ({ kind, namespace, name }: Owner): string =>
  `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;

/** The user that OpenShift gives to every container is the application's, not one that somebody chose for the proxy. */
function withoutAllottedUser(pod: Pod, namespace: JsonObject | undefined): Pod {
  const user = allottedUser(namespace);
  if (user === undefined) return pod;
  return withContainer(pod, proxyContainer, (container) => {
    const { securityContext } = container;
    if (!isObject(securityContext) || securityContext.runAsUser !== user) return container;
    return { ...container, securityContext: withoutKey(securityContext, 'runAsUser') };
  });
}

/** The settings of the proxy that the pod itself asks for; its annotation has been checked. */
function proxyConfigOf(pod: Pod): JsonObject {
  const text = annotationsOf(pod)['proxy.istio.io/config'] ?? '';
  const value = readText(text, 'proxy.istio.io/config').documents[0]?.value;
  return isObject(value) ? value : {};
}

function templateNames(pod: Pod, { config }: InjectionSettings): readonly string[] {
  const asked = annotationsOf(pod)['inject.istio.io/templates'];
  const names = asked === undefined ? config.defaultTemplates : asked.split(',').map((name) => name.trim());
  const { aliases = {} } = config;
  return names.flatMap((name) => (Object.hasOwn(aliases, name) ? (aliases[name] ?? []) : [name]));
}

function rewritesProbes(pod: Pod, { sidecarInjectorWebhook }: JsonObject): boolean {
  const asked = annotationsOf(pod)['sidecar.istio.io/rewriteAppHTTPProbers'];
  if (asked !== undefined) return ['1', 't', 'true'].includes(asked.toLowerCase());
  return isObject(sidecarInjectorWebhook) && sidecarInjectorWebhook.rewriteAppHTTPProbe === true;
}

function holdsApplication(proxyConfig: JsonObject, { global }: JsonObject): boolean {
  const { proxy } = isObject(global) ? global : {};
  return (
    proxyConfig.holdApplicationUntilProxyStarts === true ||
    (isObject(proxy) && proxy.holdApplicationUntilProxyStarts === true)
  );
}
