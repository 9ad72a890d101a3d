import type { Report } from '../rule.ts';

/** What the routes of a virtual service need to know of it. */
export interface RouteContext {
  readonly report: Report;
  /** Whether the virtual service is a delegate: it has no hosts, others refer to it. */
  readonly delegate: boolean;
  /** Whether requests can be matched by claims of tokens: only gateways read them. */
  readonly claims: boolean;
  /** Whether Istio made the object of a Gateway API route, so that destinations are of another form. */
  readonly fromGatewayApi: boolean;
}
