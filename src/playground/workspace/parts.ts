import type { Clock } from './clock.ts';
import type { Deliveries } from './delivery.ts';
import type { SocketDelivery } from './delivery-socket.ts';
import type { Exchanges } from './exchange.ts';
import type { Faults } from './faults.ts';
import type { Refused } from './refusal.ts';
import type { ResponseUrls } from './response-url.ts';
import type { Shortcut } from './shortcut.ts';
import type { State } from './state.ts';
import type { Traffic } from './traffic.ts';
import type { Triggers } from './trigger.ts';

/** What the app's installation in this workspace looks like. */
export interface Installation {
  readonly botToken: string;
  readonly appToken: string;
  readonly scopes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly commands: ReadonlySet<string>;
  readonly shortcuts: readonly Shortcut[];
}

/** The parts of one workspace, joined in `workspace.ts` and handed to whatever acts on them. */
export interface Parts {
  readonly clock: Clock;
  readonly state: State;
  readonly traffic: Traffic;
  readonly faults: Faults;
  readonly exchanges: Exchanges;
  readonly deliveries: Deliveries;
  readonly sockets: SocketDelivery;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly installation: Installation;
  readonly refusals: Refused[];
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
}
