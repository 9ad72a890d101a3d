import { readMesh, type Mesh } from '../analyze/index.ts';
import { given } from '../given.ts';
import type { ReadResult } from '../resources/index.ts';
import type { DescribeOptions } from './describe-options.ts';
import type { PodDescription, ServiceDescription } from './description.ts';
import type { Target } from './find-workload.ts';
import { podInMesh } from './pod-in-mesh.ts';
import { serviceInMesh } from './service-in-mesh.ts';

/**
 * Tells what a configuration means for a Pod, for the Pods of a Deployment and its like, or for a VM: how it takes part in
 * the mesh, which policies count for it, how requests come to it. `input` is what `readResources`, `readText` or
 * `readCluster` gave. With dumps of proxies it also tells where they differ from the configuration. Throws MeshctlError
 * (input) when there is no such workload.
 */
export async function describePod(
  input: ReadResult,
  target: Target,
  options: DescribeOptions = {},
): Promise<PodDescription> {
  return podInMesh(await meshOf(input, options), target, options.dumps);
}

/**
 * Tells what a configuration means for a Service: ports and their protocols, where requests for it go, who may send them,
 * and through which gateways it is reached from outside. Throws MeshctlError (input) when there is no such Service.
 */
export async function describeService(
  input: ReadResult,
  target: Target,
  options: DescribeOptions = {},
): Promise<ServiceDescription> {
  return serviceInMesh(await meshOf(input, options), target, options.dumps);
}

async function meshOf(input: ReadResult, options: DescribeOptions): Promise<Mesh> {
  const { namespace, assume, meshConfig } = options;
  const { mesh } = await readMesh(input, given({ namespace, assume, meshConfig }));
  return mesh;
}
