import type { JsonObject } from '../../../json.ts';
import { pilotDefaults } from '../pilot/defaults.ts';

const resources = { limits: { cpu: '2000m', memory: '1024Mi' }, requests: { cpu: '100m', memory: '128Mi' } };

const shared: JsonObject = {
  autoscaleEnabled: true,
  autoscaleMin: 1,
  autoscaleMax: 5,
  cpu: { targetAverageUtilization: 80 },
  memory: {},
  resources,
  rollingMaxSurge: '100%',
  rollingMaxUnavailable: '25%',
  runAsRoot: false,
  serviceAnnotations: {},
  podAnnotations: {},
  env: {},
};

const web = [
  { port: 80, targetPort: 8080, name: 'http2', protocol: 'TCP' },
  { port: 443, targetPort: 8443, name: 'https', protocol: 'TCP' },
];

const certificates = (type: 'ingress' | 'egress', kind: 'certs' | 'ca-certs'): JsonObject => ({
  name: `${type}gateway-${kind}`,
  secretName: `istio-${type}gateway-${kind}`,
  mountPath: `/etc/istio/${type}gateway-${kind}`,
});

const own = (type: 'ingress' | 'egress'): JsonObject => ({
  ...shared,
  name: `istio-${type}gateway`,
  labels: { app: `istio-${type}gateway`, istio: `${type}gateway` },
  secretVolumes: [certificates(type, 'certs'), certificates(type, 'ca-certs')],
});

/** The settings of gateways when nobody says otherwise. */
export const gatewayDefaults: JsonObject = {
  global: pilotDefaults.global ?? {},
  meshConfig: { enablePrometheusMerge: true },
  gateways: {
    'istio-ingressgateway': {
      ...own('ingress'),
      type: 'LoadBalancer',
      ports: [{ port: 15021, targetPort: 15021, name: 'status-port', protocol: 'TCP' }, ...web],
    },
    'istio-egressgateway': { ...own('egress'), type: 'ClusterIP', ports: web },
  },
};
