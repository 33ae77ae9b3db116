/** What outlives a request. Keys are `kind/team/…`; values are plain JSON, validated by whoever reads them back. */
export interface Store {
  /** The value, or undefined when there is none or its time is over. */
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown, options?: PutOptions): Promise<void>;
  /**
   * Runs `change` over these keys inside one transaction: nobody reads or writes them in between, and either all that
   * it puts is kept or none. `change` is synchronous, touches nothing else, and may be called again when the connection
   * broke. Resolves to what it returns; rejects, with nothing kept, when it throws.
   */
  update<Result>(keys: readonly string[], change: (entries: Entries) => Result): Promise<Result>;
  /** What stands under a prefix, by key in ascending order. `after` is the `next` of the page before. */
  list(prefix: string, options?: ListOptions): Promise<Page>;
  delete(key: string): Promise<void>;
  /** Deletes every key that starts with `prefix`, claims included. */
  deleteUnder(prefix: string): Promise<void>;
  /**
   * Takes a key that nobody holds. True for exactly one of any number of callers until `expiresInMs` has passed or
   * the key is deleted.
   */
  claim(key: string, options: { readonly expiresInMs: number }): Promise<boolean>;
  /** Removes for good what has expired; it reads as missing before that already. */
  purge(): Promise<void>;
  close(): Promise<void>;
}

export interface PutOptions {
  /** Milliseconds after which the value reads as missing. Kept for good when left out. */
  readonly expiresInMs?: number;
}

/** The keys that an update was given; any other key is refused. */
export interface Entries {
  get(key: string): unknown;
  put(key: string, value: unknown, options?: PutOptions): void;
  delete(key: string): void;
}

export interface ListOptions {
  readonly after?: string;
  /** Default 100. */
  readonly limit?: number;
}

export interface Page {
  readonly entries: readonly { readonly key: string; readonly value: unknown }[];
  /** Where the next page begins; missing on the last. */
  readonly next?: string;
}
