import { isIP } from 'node:net';
import {
  Client,
  credentials,
  Metadata,
  status,
  type ChannelCredentials,
  type ChannelOptions,
  type ClientDuplexStream,
  type ServiceError,
  type StatusObject,
} from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import type { JsonObject } from '../../resources/index.ts';
import { MeshctlError, messageOf } from '../../errors.ts';
import { callerOf } from './caller-of.ts';
import { xdsMessages } from './messages.ts';
import { plainAnswer } from './plain-answer.ts';
import { emptyAnswer, noAnswer, xdsError } from './xds-error.ts';
import type { XdsTarget } from './xds-target.ts';

/**
 * Asks an istiod over xDS how far its proxies are; gives its answer in the form that `readStatus` takes. One question
 * is sent, for the type `istio.io/debug/syncz`, and the call ends with the first answer: nothing is subscribed to.
 *
 * @throws {MeshctlError} `environment` when it cannot be reached, does not answer in time, or refuses.
 */
export async function askOverXds(target: XdsTarget): Promise<JsonObject> {
  target.signal?.throwIfAborted();
  const client = new Client(target.address, credentialsOf(target), channelOptions(target));
  try {
    return plainAnswer(await firstAnswer(target, openStream(client, target)));
  } finally {
    client.close();
  }
}

function credentialsOf({ address, plaintext = false, roots, client }: XdsTarget): ChannelCredentials {
  if (plaintext) return credentials.createInsecure();
  try {
    return credentials.createSsl(roots, client?.key, client?.chain);
  } catch (cause) {
    throw new MeshctlError('input', `the certificates for ${address} cannot be used`, {
      reason: messageOf(cause),
      hint: 'check root-cert.pem, cert-chain.pem and key.pem in the folder of --cert-dir',
      cause,
    });
  }
}

function channelOptions(target: XdsTarget): ChannelOptions {
  const authority = authorityOf(target);
  return {
    // Nothing but the address counts, not what DNS says of the service.
    'grpc.service_config_disable_resolution': 1,
    // An answer has every proxy of a mesh: the 4 MB that gRPC takes by default are some thousand.
    'grpc.max_receive_message_length': 512_000_000,
    ...(authority !== undefined && {
      'grpc.ssl_target_name_override': authority,
      'grpc.default_authority': authority,
    }),
  };
}

/** The certificate of istiod has names of its Service and no address: at an address, it is asked by one of those. */
function authorityOf({ address, authority, istioNamespace = 'istio-system' }: XdsTarget): string | undefined {
  const host = address.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return authority ?? (isIP(host) > 0 || host === 'localhost' ? `istiod.${istioNamespace}.svc` : undefined);
}

type Stream = ClientDuplexStream<object, object>;

function openStream(client: Client, { token }: XdsTarget): Stream {
  const method = methodIn(fromJSON(xdsMessages, { json: true, longs: String, enums: String, bytes: String }));
  const metadata = new Metadata();
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
  return client.makeBidiStreamRequest(
    method.path,
    method.requestSerialize,
    method.responseDeserialize,
    metadata,
  );
}

function methodIn(definitions: ReturnType<typeof fromJSON>) {
  const service = definitions['envoy.service.discovery.v3.AggregatedDiscoveryService'];
  const method = service !== undefined && !('format' in service) && service.StreamAggregatedResources;
  if (!method) throw new Error('the discovery service is not defined');
  return method;
}

async function firstAnswer(target: XdsTarget, stream: Stream): Promise<object> {
  const { signal, timeout = 0 } = target;
  const clock = new AbortController();
  const end = (): void => {
    clock.abort(noAnswer(target, timeout));
  };
  const timer = timeout > 0 ? setTimeout(end, timeout) : undefined;
  try {
    return await firstOf(target, stream, signal ? AbortSignal.any([clock.signal, signal]) : clock.signal);
  } finally {
    clearTimeout(timer);
    stream.cancel();
  }
}

/** The listener for errors stays: cancelling a call is one. */
function firstOf(target: XdsTarget, stream: Stream, ends: AbortSignal): Promise<object> {
  return new Promise((resolve, reject) => {
    ends.addEventListener('abort', () => {
      reject(ends.reason as Error);
    });
    stream.once('data', resolve);
    stream.on('error', (error: ServiceError) => {
      reject(xdsError(target, error));
    });
    stream.once('status', ({ code }: StatusObject) => {
      if (code === status.OK) reject(emptyAnswer(target));
    });
    stream.write(question(target));
  });
}

/** A client of xDS says who it is; istiod takes one that names its generator `event` for no proxy of the mesh. */
function question(target: XdsTarget): object {
  const { namespace, serviceAccount } = callerOf(target);
  const metadata = {
    GENERATOR: 'event',
    NAMESPACE: namespace,
    ...(serviceAccount !== undefined && { SERVICE_ACCOUNT: serviceAccount }),
  };
  const fields = Object.entries(metadata).map(([name, stringValue]) => [name, { stringValue }]);
  return {
    typeUrl: 'istio.io/debug/syncz',
    node: {
      id: `sidecar~127.0.0.1~meshctl.${namespace}~${namespace}.svc.cluster.local`,
      metadata: { fields: Object.fromEntries(fields) as object },
    },
  };
}
