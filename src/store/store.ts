/** What outlives a request. Keys are `kind/…`; values are plain JSON, validated by whoever reads them back. */
export interface Store {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown, options?: PutOptions): Promise<void>;
  delete(key: string): Promise<void>;
  /** Deletes every key that starts with `prefix`, claims included. */
  deleteUnder(prefix: string): Promise<void>;
  /**
   * Takes a key that nobody holds. True for exactly one of any number of callers until `expiresInMs` has passed or
   * the key is deleted.
   */
  claim(key: string, options: { readonly expiresInMs: number }): Promise<boolean>;
  close(): Promise<void>;
}

export interface PutOptions {
  /** Milliseconds after which the value reads as missing. Kept for good when left out. */
  readonly expiresInMs?: number;
}
