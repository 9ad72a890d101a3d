/** A file or folder of a machine. */
export interface Place {
  /** Permission bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly folder: boolean;
}

/** What an HTTP server answered. */
export interface HttpAnswer {
  /** 0 when nobody answered. */
  readonly status: number;
  readonly body: string;
}

/** What agent and Envoy answer: `ready` of 15021, the others of 15000. Absent where nobody was asked. */
export type AgentAnswers = Readonly<Partial<Record<AnswerName, HttpAnswer>>>;

export const answerNames = ['ready', 'server', 'stats', 'certs'] as const;
export type AnswerName = (typeof answerNames)[number];

/** What a machine says of itself. It holds neither the signature of the token nor a key. */
export interface MachineState {
  /** Seconds by which its clock is ahead of ours. */
  readonly clockAhead: number;
  /** The user istio-proxy. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
  /** The folder in which the agent keeps its certificate. */
  readonly certificates: string;
  readonly places: ReadonlyMap<string, Place>;
  /** Texts of files by their path; `public-key` for that of the agent's key. */
  readonly texts: ReadonlyMap<string, string>;
  /** Of the agent; empty when it does not tell. */
  readonly version: string;
  /** What systemd says of istio.service; `present` when there is a file, the others when systemd runs. */
  readonly unit: { readonly present: boolean; readonly enabled?: string; readonly active?: string };
  readonly listeners: readonly { readonly port: number; readonly uid: number }[];
  /** Addresses of names of istiod, as the machine looks them up. */
  readonly lookups: ReadonlyMap<string, readonly string[]>;
  /** How curl ended that asked istiod by its names; see `EXIT CODES` in curl(1). */
  readonly reached: ReadonlyMap<string, number>;
  readonly answers: AgentAnswers;
}
