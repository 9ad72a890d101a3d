import { expect, test } from 'vitest';
import { messageSchemas } from '../../api/index.ts';
import { GoInt, GoStruct, TemplateSet, withElements } from '../../gotemplate/index.ts';
import { readText } from '../../resources/index.ts';
import { goMessage } from '../data/go-message.ts';
import { goValue } from '../data/go-object.ts';
import { injectFunctions } from '../functions/inject-functions.ts';
import { defaultProxyConfig } from '../proxy-config-json.ts';
import { at, plainSettings } from '../testing.ts';
import { injectionTemplates } from './index.ts';

/** What istiod gives to the templates of gateways that it runs itself. */
const gatewayData = new GoStruct({
  type: 'gateway.TemplateInput',
  fields: {
    ...{ Name: 'edge', Namespace: 'store', UID: '1-2', GatewayClass: 'istio', DeploymentName: 'edge-istio' },
    ...{
      ServiceAccount: 'edge-istio',
      ServiceType: 'ClusterIP',
      ClusterID: 'Kubernetes',
      Revision: 'default',
    },
    ...{
      ProxyImage: 'proxy:1',
      AgentgatewayImage: 'agent:1',
      ControllerLabel: 'istio.io-gateway-controller',
    },
    ...{ CompliancePolicy: '', NativeSidecars: true, IsEastWestGateway: false, KubeVersion: new GoInt(133) },
    ProxyUID: new GoInt(1337, 'int64'),
    ProxyGID: new GoInt(1337, 'int64'),
    InfrastructureLabels: withElements({ team: 'shop' }, 'string'),
    InfrastructureAnnotations: withElements({ 'gateway.istio.io/name-override': 'x', note: 'y' }, 'string'),
    Ports: [
      new GoStruct({
        type: 'v1.ServicePort',
        fields: { Name: 'http', Port: new GoInt(80), AppProtocol: 'http' },
      }),
    ],
    MeshConfig: goMessage(messageSchemas.meshConfig, 'v1alpha1.MeshConfig', { trustDomain: 'cluster.local' }),
    ProxyConfig: goMessage(
      messageSchemas.meshConfig.properties?.defaultConfig ?? {},
      'v1alpha1.ProxyConfig',
      defaultProxyConfig,
    ),
    Values: goValue(plainSettings().values),
  },
});

test.each(Object.keys(injectionTemplates))('%s parses', (name) => {
  const text = injectionTemplates[name] ?? '';
  expect(new TemplateSet([{ name, text }], { functions: injectFunctions }).names()).toEqual([name]);
});

test.each<readonly [name: string, container: string, role: string | undefined]>([
  ['waypoint', 'istio-proxy', 'waypoint'],
  ['kube-gateway', 'istio-proxy', 'router'],
  ['agentgateway', 'agentgateway', undefined],
  ['agentgateway-waypoint', 'agentgateway', undefined],
])('%s gives the objects of a gateway', (name, container, role) => {
  const set = new TemplateSet([{ name, text: injectionTemplates[name] ?? '' }], {
    functions: injectFunctions,
  });
  const { documents } = readText(set.render(name, gatewayData), name);
  expect(documents.flatMap(({ problems }) => problems)).toEqual([]);
  const objects = documents.map(({ value }) => value ?? null);
  expect(objects.map((object) => at(object, 'kind'))).toEqual([
    'ServiceAccount',
    'Deployment',
    'Service',
    'HorizontalPodAutoscaler',
    'PodDisruptionBudget',
  ]);
  const [, deployment, service] = objects;
  expect(at(deployment, 'metadata', 'annotations')).toEqual({ note: 'y' });
  expect(at(deployment, 'spec', 'template', 'metadata', 'labels', 'sidecar.istio.io/inject')).toBe('false');
  expect(at(deployment, 'spec', 'template', 'spec', 'containers', container, 'args', 1)).toBe(role);
  expect(at(service, 'spec', 'ports', 'http', 'port')).toBe(80);
});
