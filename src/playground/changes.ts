import type { ServerResponse } from 'node:http';
import type { Workspace } from './workspace/workspace.ts';

/** Several changes within this many milliseconds are told once. */
const togetherMs = 15;
const keepAliveMs = 20_000;

/** Server-sent events: tells every open window that something changed, so that it looks again. */
export class Changes {
  readonly #windows = new Set<ServerResponse>();
  readonly #stop: () => void;
  readonly #keepAlive: NodeJS.Timeout;
  #planned: NodeJS.Timeout | undefined;

  constructor(workspace: Workspace) {
    this.#stop = workspace.onChange(() => {
      this.#planned ??= setTimeout(() => this.#tell(), togetherMs);
    });
    this.#keepAlive = setInterval(() => this.#write(': still here\n\n'), keepAliveMs).unref();
  }

  add(response: ServerResponse): void {
    response.write('retry: 1000\n\ndata: changed\n\n');
    this.#windows.add(response);
    response.on('close', () => this.#windows.delete(response));
  }

  close(): void {
    this.#stop();
    clearInterval(this.#keepAlive);
    clearTimeout(this.#planned);
    for (const window of this.#windows) window.end();
  }

  #tell(): void {
    this.#planned = undefined;
    this.#write('data: changed\n\n');
  }

  #write(text: string): void {
    for (const window of this.#windows) window.write(text);
  }
}
