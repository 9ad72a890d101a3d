/** What the reference did with a case. */
export interface VmExpected {
  readonly exitCode: number;
  /** Why it failed. */
  readonly error?: string;
  readonly filesWritten?: readonly string[];
  readonly tokenRequests?: readonly TokenRequestSeen[];
  readonly reads?: readonly string[];
  readonly hostsEmptyWarning?: boolean;
  readonly labelOverrideNotice?: boolean;
  /** Variables whose comma list has no order. */
  readonly unorderedValues?: readonly string[];
  readonly upstreamDefect?: string;
}

export interface TokenRequestSeen {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly spec: { readonly audiences: readonly string[]; readonly expirationSeconds: number };
}

/** The exit code of meshctl for each way to fail. */
const exitCodes: Readonly<Record<string, number>> = {
  'flag-invalid': 2,
  'name-missing': 2,
  'namespace-missing': 2,
  'input-missing': 2,
  'flags-mutually-exclusive': 2,
  'annotation-invalid': 2,
  'mesh-config-invalid': 2,
  'cluster-id-undetermined': 3,
  'mesh-configmap-not-found': 3,
  'root-cert-configmap-not-found': 3,
  'token-request-failed': 3,
};

/** What is right where the reference has a defect: an error, or the files of another case with more metadata. */
const corrections: Readonly<Record<string, Correction>> = {
  'annotation-metadata-only': { exit: 0, like: 'minimal', metadata: { A: 'b' } },
  'api-group-no-metadata': { exit: 0, like: 'minimal' },
  'create-port-not-number': { exit: 2 },
  'internal-ip-garbage': { exit: 2 },
  'namespace-unset-in-file': { exit: 0, like: 'minimal' },
  'wrong-kind': { exit: 2 },
};

interface Correction {
  readonly exit: number;
  readonly like?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What meshctl is to do with a case. */
export interface Wanted {
  readonly exit: number;
  /** The case with the files that are to be written. */
  readonly like: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Undefined where nothing is recorded of the right way. */
  readonly tokenRequests: readonly TokenRequestSeen[] | undefined;
}

/** What is right for a case, by what the reference did. */
export function wantedOf(id: string, expected: VmExpected): Wanted {
  const { exitCode, error = '', upstreamDefect, tokenRequests } = expected;
  const correction = corrections[id];
  if ((upstreamDefect === undefined) !== (correction === undefined))
    throw new Error(`${id}: a defect without a correction, or the reverse`);
  if (correction === undefined)
    return { exit: exitCode === 0 ? 0 : (exitCodes[error] ?? -1), like: id, metadata: {}, tokenRequests };
  const { exit, like = id, metadata = {} } = correction;
  return { exit, like, metadata, tokenRequests: exit === 0 ? undefined : [] };
}
