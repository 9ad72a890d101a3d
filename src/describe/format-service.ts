import type { ServiceDescription, ServiceWorkload } from './description.ts';
import { authorizationOutline, membershipLine, mutualTlsOutline, readyLine } from './format-parts.ts';
import { refText } from './object-ref.ts';
import { outlineText, type Outline } from './outline.ts';
import { serviceOutline } from './service-outline.ts';

/** A Service for people, and its workloads below it. */
export const formatService = (service: ServiceDescription): string =>
  outlineText([serviceOutline(service, false), ...service.workloads.map(workloadOutline)]);

const workloadOutline = ({ workload, mesh, ready, mutualTls, authorization }: ServiceWorkload): Outline => [
  refText(workload),
  membershipLine(mesh),
  ...readyLine(ready),
  ...(mesh.mode === 'outside' ? [] : [mutualTlsOutline(mutualTls), ...authorizationOutline(authorization)]),
];
