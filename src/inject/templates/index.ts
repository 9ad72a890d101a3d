import { agentgateway, agentgatewayWaypoint, kubeGateway, waypoint } from './gateway-kinds.ts';
import { gateway } from './gateway.ts';
import { grpcAgent } from './grpc-agent.ts';
import { grpcSimple } from './grpc-simple.ts';
import { sidecar } from './sidecar.ts';

/** What an istiod that is too old to know several templates finds: a template that fails with an explanation. */
export const unsupportedTemplate =
  '{{ fail "this injector needs templates by name, which this version of istiod does not read" }}';

/** The templates of injection by name. */
export const injectionTemplates: Readonly<Record<string, string>> = {
  sidecar,
  gateway,
  'grpc-simple': grpcSimple,
  'grpc-agent': grpcAgent,
  waypoint,
  'kube-gateway': kubeGateway,
  agentgateway,
  'agentgateway-waypoint': agentgatewayWaypoint,
};
