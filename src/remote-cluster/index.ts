export { createRemoteSecret, type CreatedSecret, type RemoteSecretOptions } from './create-remote-secret.ts';
export { remoteClusters, type RemoteCluster, type RemoteClusters } from './remote-clusters.ts';
export { isLoopback } from './loopback.ts';
