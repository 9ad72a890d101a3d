/** A loopback address that stands for every address outside of the mesh. */
export const originalHost = '127.77.0.1';
