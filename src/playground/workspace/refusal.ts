/** Something the workspace would not do for the bot, as Slack names it. */
export interface Refused {
  /** Web API method, or `response_url`. */
  readonly method: string;
  /** Slack's error code, `invalid_blocks`. */
  readonly error: string;
  /** What exactly is wrong, one line each. */
  readonly details: readonly string[];
}

/** Thrown by a Web API method; becomes `{"ok": false, "error": …}`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly error: string;
  readonly details: readonly string[];

  constructor(error: string, details: readonly string[] = []) {
    super([error, ...details].join(': '));
    this.error = error;
    this.details = details;
  }
}
