import { kubernetesType } from './kubernetes/kubernetes-type.ts';
import { MeshConfig } from './mesh-config.ts';
import { nodeOf, type SchemaNode } from './schema/node.ts';

/** The fields of messages and objects that templates of injection see. */
export const messageSchemas: Readonly<Record<'meshConfig' | 'podMetadata' | 'podSpec', SchemaNode>> = {
  meshConfig: nodeOf(MeshConfig),
  podMetadata: nodeOf(kubernetesType('V1ObjectMeta')),
  podSpec: nodeOf(kubernetesType('V1PodSpec')),
};

/** Settings of a proxy of which "not said" differs from false or 0. */
export const optionalProxySettings: ReadonlySet<string> = new Set([
  'concurrency',
  'enableIstioTags',
  'holdApplicationUntilProxyStarts',
  'preserveHttp1HeaderCase',
  'statsCompression',
]);
