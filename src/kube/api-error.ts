import { MeshctlError, type ErrorDetails } from '../errors.ts';

/** The API server answered, but not with what was asked for. */
export class ApiError extends MeshctlError {
  /** HTTP status: 403, 410. */
  readonly status: number;

  constructor(status: number, message: string, details: ErrorDetails) {
    super('environment', message, details);
    this.name = 'ApiError';
    this.status = status;
  }
}
