import { messageSchemas } from '../api/index.ts';
import { GoInt, GoStruct, type GoValue } from '../gotemplate/index.ts';
import { isObject, plainText, type JsonObject } from '../json.ts';
import { goMessage } from './data/go-message.ts';
import { goObject, goValue } from './data/go-object.ts';
import { imagesOf } from './image.ts';
import type { InjectionSettings } from './inject-settings.ts';
import type { Owner } from './owner.ts';
import type { Pod } from './pod.ts';
import { proxyIds } from './proxy-ids.ts';

/** What templates are rendered from. */
export interface TemplateInput {
  /** The pod without what an earlier injection has added. */
  readonly pod: Pod;
  readonly owner: Owner;
  /** The MeshConfig, and its ProxyConfig with what the pod asks for on top. */
  readonly mesh: JsonObject;
  readonly proxyConfig: JsonObject;
  readonly settings: InjectionSettings;
}

/** The data of the templates for pods, with the types that istiod gives them. */
export function templateData({ pod, owner, mesh, proxyConfig, settings }: TemplateInput): GoStruct {
  const images = imagesOf(pod, settings.values, proxyConfig);
  const ids = proxyIds(settings.namespaces?.get(owner.namespace));
  const { meshConfig, podMetadata, podSpec } = messageSchemas;
  return struct('inject.SidecarTemplateData', {
    TypeMeta: struct('v1.TypeMeta', { Kind: owner.kind, APIVersion: owner.apiVersion }),
    DeploymentMeta: struct('types.NamespacedName', { Namespace: owner.namespace, Name: owner.name }),
    ObjectMeta: goObject(podMetadata, 'v1.ObjectMeta', pod.metadata),
    Spec: goObject(podSpec, 'v1.PodSpec', pod.spec),
    ProxyConfig: goMessage(meshConfig.properties?.defaultConfig ?? {}, 'v1alpha1.ProxyConfig', proxyConfig),
    MeshConfig: goMessage(meshConfig, 'v1alpha1.MeshConfig', mesh),
    Values: goValue(settings.values),
    Revision: settings.revision ?? 'default',
    NativeSidecars: settings.nativeSidecars ?? true,
    ProxyImage: images.proxy,
    ProxyInitImage: images.init,
    ProxyUID: new GoInt(ids.user, 'int64'),
    ProxyGID: new GoInt(ids.group, 'int64'),
    InboundTrafficPolicyMode: inboundMode(mesh),
    CompliancePolicy: settings.compliancePolicy ?? '',
  });
}

const struct = (type: string, fields: Record<string, GoValue>): GoStruct => new GoStruct({ type, fields });

function inboundMode({ inboundTrafficPolicy }: JsonObject): string {
  const mode = isObject(inboundTrafficPolicy) ? plainText(inboundTrafficPolicy.mode) : '';
  return mode === 'LOCALHOST' ? 'localhost' : 'passthrough';
}
