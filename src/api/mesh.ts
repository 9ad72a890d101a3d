import type { JsonObject } from '../json.ts';
import { MeshConfig } from './mesh-config.ts';
import { MeshNetworks } from './mesh-networks.ts';
import { checkMessage } from './schema/check-message.ts';
import type { ObjectCheck } from './schema/check-object.ts';
import { nodeOf } from './schema/node.ts';
import type { Readers } from './schema/walk.ts';

/** istiod reads its own settings as protobuf and passes over what it does not know. */
const istiod: Readers = { apiserver: false, istio: 'protobuf', unknownFields: 'ignored' };

export const checkMeshConfig = (object: JsonObject): ObjectCheck =>
  checkMessage(nodeOf(MeshConfig), object, istiod);

export const checkMeshNetworks = (object: JsonObject): ObjectCheck =>
  checkMessage(nodeOf(MeshNetworks), object, istiod);
