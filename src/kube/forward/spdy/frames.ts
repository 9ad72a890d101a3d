import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { headerDictionary } from './header-dictionary.ts';

/** Types of control frames: SPDY/3.1, section 2.6. */
export const frameTypes = {
  synStream: 1,
  synReply: 2,
  rstStream: 3,
  ping: 6,
  goAway: 7,
  windowUpdate: 9,
} as const;

/** A frame that opens a stream. All header blocks of a connection are one compressed text: `first` begins it. */
export function synStream(stream: number, headers: Readonly<Record<string, string>>, first: boolean): Buffer {
  const ids = Buffer.alloc(10);
  ids.writeUInt32BE(stream, 0);
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  const block = headerBlock(headers);
  const packed = first
    ? deflateSync(block, { ...options, dictionary: headerDictionary })
    : // Goes on where the last block ended, and looks back at nothing.
      deflateRawSync(block, options);
  return controlFrame(frameTypes.synStream, Buffer.concat([ids, packed]));
}

/** A frame of control, without flags. */
export function controlFrame(type: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x8003, 0);
  head.writeUInt16BE(type, 2);
  head.writeUIntBE(payload.length, 5, 3);
  return Buffer.concat([head, payload]);
}

/** Allows the other side to send so many bytes more. */
export function windowUpdate(stream: number, bytes: number): Buffer {
  const payload = Buffer.alloc(8);
  payload.writeUInt32BE(stream, 0);
  payload.writeUInt32BE(bytes, 4);
  return controlFrame(frameTypes.windowUpdate, payload);
}

/** What stands before data; `last` ends this side of the stream. */
export function dataHead(stream: number, length: number, last: boolean): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(stream, 0);
  head.writeUInt8(last ? 1 : 0, 4);
  head.writeUIntBE(length, 5, 3);
  return head;
}

function headerBlock(headers: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(headers);
  return Buffer.concat([
    numberBytes(entries.length),
    ...entries.flat().flatMap((text) => [numberBytes(Buffer.byteLength(text)), Buffer.from(text)]),
  ]);
}

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value, 0);
  return bytes;
}
