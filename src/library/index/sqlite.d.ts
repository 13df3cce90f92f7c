// Node has it from 22.5 on; the types are those of Node 20, the oldest that sijori runs on.
declare module 'node:sqlite' {
  export const DatabaseSync: unknown;
}
