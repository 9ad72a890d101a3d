import { inflateSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameReader } from './frame-reader.ts';
import { controlFrame, dataHead, synStream } from './frames.ts';
import { headerDictionary } from './header-dictionary.ts';

interface Heard {
  readonly data: string[];
  readonly control: string[];
  readonly malformed: string[];
}

/** What is told of bytes that come cut at some places; pieces of one frame of data are put together. */
function hear(bytes: Buffer, cuts: readonly number[] = []): Heard {
  const heard: Heard = { data: [], control: [], malformed: [] };
  let text = '';
  const read = frameReader({
    data: (stream, piece, last) => {
      text += piece.toString('latin1');
      if (last) heard.data.push(`${stream} ${text}`);
      if (last) text = '';
    },
    control: (type, flags, payload) => heard.control.push(`${type} ${flags} ${payload.toString('hex')}`),
    malformed: (what) => heard.malformed.push(what),
  });
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  for (const [i, end] of places.entries()) read(bytes.subarray(places[i - 1] ?? 0, end));
  return heard;
}

const frame = fc.oneof(
  fc
    .record({ stream: fc.nat(0x7fffffff), data: fc.uint8Array({ maxLength: 40 }) })
    .map(({ stream, data }) => ({
      bytes: Buffer.concat([dataHead(stream, data.length, true), data]),
      data: `${stream} ${Buffer.from(data).toString('latin1')}`,
    })),
  fc.record({ type: fc.nat(65_535), payload: fc.uint8Array({ maxLength: 40 }) }).map(({ type, payload }) => ({
    bytes: controlFrame(type, Buffer.from(payload)),
    control: `${type} 0 ${Buffer.from(payload).toString('hex')}`,
  })),
);

test('frames are told whole, wherever they are cut', () => {
  fc.assert(
    fc.property(fc.array(frame), fc.array(fc.nat()), (frames, cuts) => {
      const bytes = Buffer.concat(frames.map((one) => one.bytes));
      const places = cuts.map((cut) => cut % (bytes.length + 1));
      expect(hear(bytes, places)).toEqual({
        data: frames.flatMap((one) => ('data' in one ? [one.data] : [])),
        control: frames.flatMap((one) => ('control' in one ? [one.control] : [])),
        malformed: [],
      });
    }),
  );
});

test.each([
  ['another version', '8002000600000004'],
  ['a frame of control without end', '80030001ffffffff'],
])('nothing is read after %s', (_, hex) => {
  const { control, malformed } = hear(Buffer.from(`${hex}00000000800300060000000400000001`, 'hex'));
  expect([control, malformed]).toEqual([[], [`a frame that begins with ${hex}`]]);
});

test('header blocks are one text, packed with the dictionary of the protocol', () => {
  const blocks = [synStream(1, { streamtype: 'error' }, true), synStream(3, { streamtype: 'data' }, false)];
  const packed = Buffer.concat(blocks.map((one) => one.subarray(18)));
  // The checksum of the dictionary, as every implementation has it.
  expect(packed.subarray(2, 6).toString('hex')).toBe('e3c6a7c2');
  const options = { dictionary: headerDictionary, finishFlush: constants.Z_SYNC_FLUSH };
  expect(inflateSync(packed, options).toString('latin1').replace(/\0/g, '.')).toBe(
    '...\u0001...\nstreamtype...\u0005error...\u0001...\nstreamtype...\u0004data',
  );
});
