export { describeVerdict, reachesSomething } from './describe-verdict.ts';
export { formatTrace } from './format-trace.ts';
export { parseRequest, type RequestDetails } from './parse-request.ts';
export { traceRequest } from './trace-request.ts';
export type {
  DecidingField,
  HttpRequest,
  RejectedChoice,
  Stage,
  Target,
  Trace,
  TraceRequest,
  TraceStep,
  Verdict,
} from './trace.ts';
