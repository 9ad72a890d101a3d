import { injectionTemplates, unsupportedTemplate } from '../../../inject/templates/index.ts';
import { plainText, type JsonObject } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import { present } from '../../present.ts';
import type { Values } from '../../values/values.ts';
import { yamlOf } from '../../yaml-of.ts';
import type { Plane } from './plane.ts';

/** The ConfigMap from which istiod injects: how, and with which settings. */
export function injectorConfigMap(plane: Plane): readonly KubeObject[] {
  const { namespace, suffix, values, labels } = plane;
  if (values.is('global.omitSidecarInjectorConfigMap')) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: `istio-sidecar-injector${suffix}`,
        namespace,
        labels: { ...labels.chart, ...labels.owner },
      },
      data: {
        config: yamlOf(injectorConfig(values)),
        values: `${JSON.stringify(injectorValues(values), undefined, 2)}\n`,
      },
    },
  ];
}

/** When and with which templates istiod injects. */
export function injectorConfig(values: Values): JsonObject {
  const webhook = values.inner('sidecarInjectorWebhook');
  const chosen = webhook.list('defaultTemplates');
  return {
    defaultTemplates: chosen.length > 0 ? [...chosen] : ['sidecar'],
    policy: values.text('global.proxy.autoInject'),
    alwaysInjectSelector: [...webhook.list('alwaysInjectSelector')],
    neverInjectSelector: [...webhook.list('neverInjectSelector')],
    ...present({ injectedAnnotations: textsOf(webhook.map('injectedAnnotations')) }),
    template: unsupportedTemplate,
    templates: { ...injectionTemplates, ...withoutLastNewline(webhook.map('templates')) },
  };
}

/** The last of the user's templates has always ended without a newline, as the last text of the whole. */
function withoutLastNewline(templates: JsonObject): JsonObject {
  const last = Object.keys(templates).sort().at(-1);
  const text = last === undefined ? undefined : templates[last];
  if (last === undefined || typeof text !== 'string') return templates;
  return { ...templates, [last]: text.replace(/\n+$/, '') };
}

const textsOf = (map: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, plainText(value)]));

/** The settings that templates read. */
export function injectorValues(values: Values): JsonObject {
  return {
    global: values.map('global'),
    sidecarInjectorWebhook: values.map('sidecarInjectorWebhook'),
    revision: values.text('revision'),
    pilot: { cni: values.map('cni'), env: values.map('env') },
    gateways: {
      securityContext: values.map('gateways.securityContext'),
      seccompProfile: values.map('gateways.seccompProfile'),
    },
  };
}
