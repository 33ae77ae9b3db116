import type { Library } from '../corpus/library.ts';

/** Organisations by the part they play in the library. */
export interface Roles {
  readonly clients: readonly string[];
  /** Vendors of a deal, and organisations that are described as vendors. */
  readonly vendors: readonly string[];
  readonly others: readonly string[];
}

const isVendor = (library: Library, id: string): boolean =>
  [...library.deals.values()].some((deal) => deal.vendors.includes(id)) ||
  /\bvendor\b/.test(library.organisations.get(id)?.is ?? '');

const isClient = (library: Library, id: string): boolean =>
  [...library.deals.values()].some((deal) => deal.client === id);

/** Sorts organisations by role, each list in the order given. */
export const rolesOf = (library: Library, organisations: readonly string[]): Roles => {
  const clients = organisations.filter((id) => isClient(library, id));
  const vendors = organisations.filter((id) => !clients.includes(id) && isVendor(library, id));
  return {
    clients,
    vendors,
    others: organisations.filter((id) => !clients.includes(id) && !vendors.includes(id)),
  };
};

/** The clients whose city or state is one of the places. */
export const clientsAt = (library: Library, places: readonly string[]): string[] =>
  [...library.organisations.values()]
    .filter(
      ({ id, place }) =>
        isClient(library, id) &&
        places.some((wanted) => (place ?? '').toLowerCase().split(', ').includes(wanted)),
    )
    .map(({ id }) => id);

/** Publications are where something stands rather than whom it is about. */
export const isPublisher = (library: Library, id: string): boolean =>
  library.dealsOf(id).length === 0 &&
  [...library.articles.values()].some((article) => library.organisations.get(id)?.name === article.publisher);

/** Of a client and its own vendor named together, the client's deal is meant; so of several such pairs. */
export const withoutOwnVendors = (library: Library, organisations: readonly string[]): readonly string[] => {
  const { clients } = rolesOf(library, organisations);
  const own = new Set(clients.flatMap((client) => library.dealsOf(client)).flatMap((deal) => deal.vendors));
  return organisations.filter((id) => !own.has(id));
};
