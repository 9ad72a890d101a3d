import { externalAddress } from './external-address.ts';
import { externalIp } from './external-ip.ts';
import { webhookService } from './missing-service.ts';
import { webhookOverlap } from './overlap.ts';

export const webhookRules = [webhookOverlap, webhookService, externalAddress, externalIp];
