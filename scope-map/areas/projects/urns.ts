// How resources of a project are named, shown and moved.

/** How a list of them is shown. */
export const view = { columns: ['urn', 'status', 'assigned_at'] } as const;

/** What is said about the argument that names them. */
export const urns =
  'URNs such as do:droplet:123, do:domain:example.com, do:volume:<id>; databases are dbaas, reserved IPs floatingip, buckets space.';

/** What to do when moving is refused; which read scope it is depends on what the URNs name. */
export const hints = [
  {
    status: 403,
    next: 'Besides project:assign_resource the token needs the read scope of each kind of resource, such as droplet:read.',
  },
] as const;
