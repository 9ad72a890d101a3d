/** What a connection of SPDY/3.1 says, frame by frame. */
export interface FrameHandlers {
  /** Data of a stream, in pieces as they come; `last` ends the stream for the other side. */
  readonly data: (stream: number, piece: Buffer, last: boolean) => void;
  readonly control: (type: number, flags: number, payload: Buffer) => void;
  /** What comes is no SPDY/3.1: nothing after it is read. */
  readonly malformed: (what: string) => void;
}

const headLength = 8;
const version = 3;
/** Frames of control are short; longer ones are none. */
const longestControl = 1 << 20;

/** What is known of the frame that is being read. */
interface Frame {
  /** Undefined for data. */
  readonly type: number | undefined;
  readonly stream: number;
  readonly flags: number;
  left: number;
}

/** Makes a function that takes what comes from a socket, cut anywhere, and tells frames. Data are passed on uncopied. */
export function frameReader(handlers: FrameHandlers): (chunk: Buffer) => void {
  let frame: Frame | undefined;
  let kept: Buffer[] = [];
  let keptLength = 0;
  let over = false;

  /** So many bytes in one piece, once they have come. */
  const collect = (chunk: Buffer, length: number): Buffer | undefined => {
    const piece = chunk.subarray(0, length - keptLength);
    kept.push(piece);
    keptLength += piece.length;
    if (keptLength < length) return undefined;
    const whole = Buffer.concat(kept);
    [kept, keptLength] = [[], 0];
    return whole;
  };
  const begin = (chunk: Buffer): Buffer => {
    const rest = chunk.subarray(headLength - keptLength);
    const head = collect(chunk, headLength);
    if (head === undefined) return rest;
    frame = frameOf(head);
    if (isMalformed(head, frame)) {
      over = true;
      handlers.malformed(`a frame that begins with ${head.toString('hex')}`);
    } else if (frame.left === 0) finish(frame, head.subarray(headLength));
    return rest;
  };
  const finish = ({ type, stream, flags }: Frame, payload: Buffer): void => {
    frame = undefined;
    if (type === undefined) handlers.data(stream, payload, (flags & 1) === 1);
    else handlers.control(type, flags, payload);
  };
  const go = (current: Frame, chunk: Buffer): Buffer => {
    const missing = current.left - keptLength;
    if (current.type !== undefined) {
      const payload = collect(chunk, current.left);
      if (payload !== undefined) finish(current, payload);
      return chunk.subarray(missing);
    }
    const piece = chunk.subarray(0, missing);
    current.left -= piece.length;
    if (current.left === 0) finish(current, piece);
    else handlers.data(current.stream, piece, false);
    return chunk.subarray(missing);
  };
  return (chunk) => {
    for (let rest = chunk; rest.length > 0 && !over;) rest = frame ? go(frame, rest) : begin(rest);
  };
}

function frameOf(head: Buffer): Frame {
  const first = head.readUInt32BE(0);
  const isControl = first >>> 31 === 1;
  return {
    type: isControl ? first & 0xffff : undefined,
    stream: first & 0x7fffffff,
    flags: head.readUInt8(4),
    left: head.readUIntBE(5, 3),
  };
}

const isMalformed = (head: Buffer, { type, left }: Frame): boolean =>
  type !== undefined && ((head.readUInt16BE(0) & 0x7fff) !== version || left > longestControl);
