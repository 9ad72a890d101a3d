import type { ComponentName } from '../part.ts';
import type { ComponentDefinition } from '../component-definition.ts';
import { base } from './base/base.ts';
import { cni } from './cni/cni.ts';
import { egressGateway, ingressGateway } from './gateway/gateway.ts';
import { pilot } from './pilot/pilot.ts';
import { ztunnel } from './ztunnel/ztunnel.ts';

/** Every component by its name. */
export const componentDefinitions: Readonly<Record<ComponentName, ComponentDefinition>> = {
  Base: base,
  Pilot: pilot,
  Cni: cni,
  Ztunnel: ztunnel,
  IngressGateways: ingressGateway,
  EgressGateways: egressGateway,
};
