import type { Static } from 'typebox';
import type {
  HTTPFaultInjection,
  HTTPFaultInjectionAbort,
  HTTPFaultInjectionDelay,
} from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkDuration } from '../values/durations.ts';
import { checkFractionalPercent } from '../values/percents.ts';
import { checkHttpStatus } from './http-status.ts';

const empty = errorRule({
  slug: 'fault/empty',
  summary: 'A fault has an abort, a delay, or both.',
  message: () => 'the fault has neither `abort` nor `delay`',
});

const exponential = errorRule({
  slug: 'fault/exponential-unsupported',
  summary: '`exponentialDelay` is not supported.',
  message: () => '`exponentialDelay` is not supported by Istio',
  hint: 'Use `fixedDelay`.',
});

const http2 = errorRule({
  slug: 'fault/http2-unsupported',
  summary: '`http2Error` is not supported.',
  message: () => '`http2Error` is not supported by Istio',
  hint: 'Use `httpStatus` or `grpcStatus`.',
});

const grpc = errorRule({
  slug: 'fault/grpc-status',
  summary: 'A gRPC status is given by its name in capitals.',
  message: ({ status }: { status: string }) => `${JSON.stringify(status)} is not a gRPC status`,
  hint: 'Such as `UNAVAILABLE`, `NOT_FOUND` or `DEADLINE_EXCEEDED`.',
});

export const faultRules: readonly RuleInfo[] = [empty, exponential, http2, grpc];

/** Checks faults that a proxy injects into requests. */
export function checkFault(
  { abort, delay }: Loose<Static<typeof HTTPFaultInjection>>,
  path: Path,
  report: Report,
): void {
  if (abort === undefined && delay === undefined) report(empty, path, {});
  if (abort !== undefined) checkAbort(abort, [...path, 'abort'], report);
  if (delay !== undefined) checkDelay(delay, [...path, 'delay'], report);
}

function checkAbort(
  { percentage, httpStatus, grpcStatus, http2Error }: Loose<Static<typeof HTTPFaultInjectionAbort>>,
  path: Path,
  report: Report,
): void {
  if (percentage !== undefined) {
    checkFractionalPercent(percentage.value ?? 0, [...path, 'percentage', 'value'], report);
  }
  if (http2Error !== undefined) report(http2, [...path, 'http2Error'], {});
  else if (grpcStatus !== undefined) checkGrpcStatus(grpcStatus, [...path, 'grpcStatus'], report);
  else if (httpStatus !== undefined) checkHttpStatus(httpStatus, [...path, 'httpStatus'], report);
}

function checkGrpcStatus(status: string, path: Path, report: Report): void {
  if (!grpcStatuses.has(status)) report(grpc, path, { status });
}

const grpcStatuses = new Set([
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
]);

function checkDelay(
  { percentage, fixedDelay, exponentialDelay }: Loose<Static<typeof HTTPFaultInjectionDelay>>,
  path: Path,
  report: Report,
): void {
  if (percentage !== undefined) {
    checkFractionalPercent(percentage.value ?? 0, [...path, 'percentage', 'value'], report);
  }
  if (exponentialDelay !== undefined) report(exponential, [...path, 'exponentialDelay'], {});
  else if (fixedDelay !== undefined) checkDuration(fixedDelay, [...path, 'fixedDelay'], report);
}
