import type { CrdGate } from './crd-gate.ts';

/** What is known of a minor release, as short as it can be written. */
export interface MinorReleaseRow {
  readonly minor: string;
  /** Absent while fixes are still made. */
  readonly endOfLife?: string;
  /** The lowest and the highest version that are supported, and the lowest that is not refused. */
  readonly kubernetes: readonly [string, string, string];
  readonly envoyLine: string;
  readonly gatewayApi: { readonly bundled: string; readonly crdGates: Readonly<Record<string, CrdGate>> };
  readonly compatibilityVersions: readonly string[];
  /** Of the patches 0, 1, 2 and so on, as far as they were seen. */
  readonly patchDates: string;
}

/**
 * Oldest first. Sources: tags of the repository (dates of older patches), announcements (dates of the newest ones, ends of
 * support), the table of supported releases on istio.io (Kubernetes), the code of istiod at each release (gates, refusal).
 */
export const minorReleaseRows: readonly MinorReleaseRow[] = [
  {
    minor: '1.20',
    endOfLife: '2024-06-25',
    kubernetes: ['1.25', '1.29', '1.25'],
    envoyLine: '1.28',
    gatewayApi: { bundled: '1.0.0', crdGates: {} },
    compatibilityVersions: [],
    patchDates:
      '2023-11-14 2023-12-12 2024-01-09 2024-02-09 2024-03-14 2024-04-08 2024-04-22 2024-06-04 2024-07-01',
  },
  {
    minor: '1.21',
    endOfLife: '2024-09-27',
    kubernetes: ['1.26', '1.29', '1.26'],
    envoyLine: '1.29',
    gatewayApi: { bundled: '1.0.0', crdGates: {} },
    compatibilityVersions: ['1.20'],
    patchDates: '2024-03-13 2024-04-08 2024-04-22 2024-06-04 2024-06-27 2024-07-16 2024-09-23',
  },
  {
    minor: '1.22',
    endOfLife: '2025-01-22',
    kubernetes: ['1.27', '1.30', '1.26'],
    envoyLine: '1.30',
    gatewayApi: { bundled: '1.1.0', crdGates: {} },
    compatibilityVersions: ['1.20', '1.21'],
    patchDates:
      '2024-05-13 2024-06-04 2024-06-27 2024-07-16 2024-08-19 2024-09-20 2024-10-22 2024-12-18 2025-01-23',
  },
  {
    minor: '1.23',
    endOfLife: '2025-04-16',
    kubernetes: ['1.27', '1.30', '1.26'],
    envoyLine: '1.31',
    gatewayApi: { bundled: '1.1.0', crdGates: {} },
    compatibilityVersions: ['1.20', '1.21', '1.22'],
    patchDates: '2024-08-14 2024-09-10 2024-09-19 2024-10-24 2024-12-18 2025-02-12 2025-04-07',
  },
  {
    minor: '1.24',
    endOfLife: '2025-06-24',
    kubernetes: ['1.28', '1.31', '1.28'],
    envoyLine: '1.32',
    gatewayApi: { bundled: '1.2.0', crdGates: { grpcroutes: { min: '1.1.0' } } },
    compatibilityVersions: ['1.21', '1.22', '1.23'],
    patchDates: '2024-11-07 2024-11-25 2024-12-18 2025-02-10 2025-03-25 2025-04-14 2025-05-13',
  },
  {
    minor: '1.25',
    endOfLife: '2025-09-30',
    kubernetes: ['1.29', '1.32', '1.28'],
    envoyLine: '1.33',
    gatewayApi: { bundled: '1.2.1', crdGates: { grpcroutes: { min: '1.1.0' } } },
    compatibilityVersions: ['1.22', '1.23', '1.24'],
    patchDates: '2025-03-03 2025-03-26 2025-04-14 2025-05-13 2025-08-01 2025-09-03',
  },
  {
    minor: '1.26',
    endOfLife: '2025-12-22',
    kubernetes: ['1.29', '1.33', '1.29'],
    envoyLine: '1.34',
    gatewayApi: { bundled: '1.3.0', crdGates: { grpcroutes: { min: '1.1.0' } } },
    compatibilityVersions: ['1.23', '1.24', '1.25'],
    patchDates:
      '2025-05-08 2025-05-29 2025-06-20 2025-07-29 2025-09-03 2025-10-13 2025-10-20 2025-12-03 2025-12-22',
  },
  {
    minor: '1.27',
    endOfLife: '2026-03-30',
    kubernetes: ['1.29', '1.33', '1.29'],
    envoyLine: '1.35',
    gatewayApi: { bundled: '1.3.0', crdGates: { grpcroutes: { min: '1.1.0' } } },
    compatibilityVersions: ['1.24', '1.25', '1.26'],
    patchDates:
      '2025-08-11 2025-09-03 2025-10-13 2025-10-20 2025-12-03 2025-12-22 2026-02-08 2026-02-16 2026-03-10 2026-04-07',
  },
  {
    minor: '1.28',
    endOfLife: '2026-07-01',
    kubernetes: ['1.30', '1.34', '1.29'],
    envoyLine: '1.36',
    gatewayApi: {
      bundled: '1.4.0',
      crdGates: { grpcroutes: { min: '1.1.0' }, backendtlspolicies: { min: '1.4.0' } },
    },
    compatibilityVersions: ['1.25', '1.26', '1.27'],
    patchDates:
      '2025-11-05 2025-12-03 2025-12-22 2026-01-19 2026-02-16 2026-03-10 2026-04-13 2026-05-18 2026-06-04 2026-06-24 2026-07-01',
  },
  {
    minor: '1.29',
    endOfLife: '2026-10-12',
    kubernetes: ['1.31', '1.35', '1.30'],
    envoyLine: '1.37',
    gatewayApi: {
      bundled: '1.4.0',
      crdGates: {
        grpcroutes: { min: '1.1.0' },
        backendtlspolicies: { min: '1.4.0' },
        tlsroutes: { max: '1.4.0', since: '1.29.2' },
      },
    },
    compatibilityVersions: ['1.25', '1.26', '1.27', '1.28'],
    patchDates:
      '2026-02-16 2026-03-10 2026-04-13 2026-05-18 2026-06-04 2026-06-24 2026-07-16 2026-08-26 2026-09-21',
  },
  {
    minor: '1.30',

    kubernetes: ['1.32', '1.36', '1.32'],
    envoyLine: '1.38',
    gatewayApi: {
      bundled: '1.5.1',
      crdGates: {
        grpcroutes: { min: '1.1.0' },
        backendtlspolicies: { min: '1.4.0' },
        tlsroutes: { min: '1.5.0' },
      },
    },
    compatibilityVersions: ['1.25', '1.26', '1.27', '1.28', '1.29'],
    patchDates: '2026-05-18 2026-06-04 2026-06-24 2026-07-16 2026-08-26 2026-09-21',
  },
  {
    minor: '1.31',

    kubernetes: ['1.32', '1.36', '1.32'],
    envoyLine: '1.39',
    gatewayApi: {
      bundled: '1.6.0',
      crdGates: {
        grpcroutes: { min: '1.1.0' },
        backendtlspolicies: { min: '1.4.0' },
        tlsroutes: { min: '1.5.0' },
        tcproutes: { min: '1.6.0' },
      },
    },
    compatibilityVersions: ['1.25', '1.26', '1.27', '1.28', '1.29', '1.30'],
    patchDates: '2026-08-31 2026-09-21',
  },
];
