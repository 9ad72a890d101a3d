/**
 * How often a write is sent at most. With the pauses in between that lasts for half a minute or more: an API server
 * that restarts is back by then, and what is half installed is worth the wait.
 */
export const mostWriteAttempts = 8;
