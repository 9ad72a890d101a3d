import { Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { onTestFinished } from 'vitest';
import { xdsMessages } from '../xds/messages.ts';

/** What a client of xDS sent. */
export interface XdsQuestion {
  readonly request: { readonly typeUrl?: string; readonly node?: { readonly id?: string } };
  readonly authorization: string | undefined;
}

type Call = ServerDuplexStream<XdsQuestion['request'], object>;

export interface FakeXds {
  /** `127.0.0.1:port`. */
  readonly address: string;
  /** All that was asked so far. */
  readonly questions: readonly XdsQuestion[];
}

/** A control plane on this machine that answers each question as `answer` says, until the test ends. */
export async function fakeXds(
  answer: (call: Call) => void,
  credentials: ServerCredentials = ServerCredentials.createInsecure(),
): Promise<FakeXds> {
  const questions: XdsQuestion[] = [];
  const server = new Server();
  server.addService(service(), {
    StreamAggregatedResources: (call: Call) => {
      call.on('data', (request: XdsQuestion['request']) => {
        const [authorization] = call.metadata.get('authorization');
        questions.push({ request, authorization: authorization?.toString() });
        answer(call);
      });
      call.on('end', () => {
        call.end();
      });
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentials, (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  onTestFinished(() => {
    server.forceShutdown();
  });
  return { address: `127.0.0.1:${port}`, questions };
}

function service() {
  const definitions = fromJSON(xdsMessages, { json: true, enums: String });
  const found = definitions['envoy.service.discovery.v3.AggregatedDiscoveryService'];
  if (found === undefined || 'format' in found) throw new Error('no service');
  return found;
}
