// A resource is shown compactly, by named fields, or in full.
import { describe, expect, it } from 'vitest';
import { show } from '../../tools/answer/view.ts';

const droplet = {
  id: 1,
  region: { slug: 'nyc3', sizes: ['a', 'b'] },
  networks: { v4: [{ ip_address: '10.0.0.1', netmask: 'n', type: 'private' }] },
  kernel: null,
};

describe('showing a resource', () => {
  it('keeps just the listed fields of a keeping view', () => {
    expect(
      show(
        droplet,
        { keeps: ['id', 'region.slug', 'networks.v4.ip_address', 'networks.v4.type'] },
        {},
      ),
    ).toEqual({
      id: 1,
      region: { slug: 'nyc3' },
      networks: { v4: [{ ip_address: '10.0.0.1', type: 'private' }] },
    });
  });

  it('leaves out the listed fields of a dropping view', () => {
    expect(show(droplet, { drops: ['region.sizes', 'kernel'] }, {})).toEqual({
      id: 1,
      region: { slug: 'nyc3' },
      networks: droplet.networks,
    });
  });

  it('shows everything in full detail', () => {
    expect(show(droplet, { drops: ['id'] }, { detail: 'full' })).toEqual(droplet);
  });

  it('shows named fields, whatever the view leaves out', () => {
    expect(
      show(droplet, { drops: ['kernel'] }, { fields: ['region.sizes', 'nowhere'], detail: 'full' }),
    ).toEqual({
      region: { sizes: ['a', 'b'] },
    });
  });

  it('takes a whole field when both it and a part of it are named', () => {
    expect(show(droplet, undefined, { fields: ['region.slug', 'region'] })).toEqual({
      region: droplet.region,
    });
  });
});
