// Room for sessions is shared: no few principals fill it, and whoever has most makes room first.
import { describe, expect, it } from 'vitest';
import { type Occupied, SessionRoom, usualSessionBounds } from '../../src/http/mcp/session-room.ts';

const open = (bounds: { each: number; all: number; spare?: number }) => {
  const ended: string[] = [];
  const room = new SessionRoom<Occupied & { readonly name: string }>(
    { ...bounds, idle: 1 },
    ({ name }) => void ended.push(name),
  );
  let opened = 0;
  const come = (owner: string, use: Partial<Pick<Occupied, 'calls' | 'streams'>> = {}): boolean => {
    const leave = room.reserve(owner);
    if (!leave) return false;
    const name = `${owner}-${opened++}`;
    room.add(name, { owner, name, usedAt: 0, calls: 0, streams: 0, ...use });
    leave();
    return true;
  };
  return { room, come, ended };
};

describe('room for sessions', () => {
  it('is left for newcomers when sixteen principals listen on all that they may have', () => {
    const { room, come } = open(usualSessionBounds);
    for (let one = 0; one < usualSessionBounds.each; one++)
      for (let who = 0; who < 16; who++) come(`loud-${who}`, { streams: 1 });
    expect(room.size).toBe(usualSessionBounds.all - (usualSessionBounds.spare ?? 0));
    for (let who = 0; who < 200; who++) expect(come(`quiet-${who}`, { streams: 1 })).toBe(true);
    expect(room.size).toBe(usualSessionBounds.all);
  });

  it('is made by whoever has most, first of unused sessions, then of those that only listen', () => {
    const { come, ended } = open({ each: 3, all: 4 });
    come('loud', { streams: 1 });
    come('loud', { calls: 1 });
    come('loud');
    come('mild', { streams: 1 });
    expect(come('new')).toBe(true);
    expect(ended).toEqual(['loud-2']);
    expect(come('newer')).toBe(true);
    expect(ended).toEqual(['loud-2', 'loud-0']);
  });

  it('is not made of sessions in which a call runs, nor by whoever has no more than the newcomer would', () => {
    const busy = open({ each: 2, all: 2 });
    busy.come('a', { calls: 1 });
    busy.come('a', { calls: 1 });
    expect(busy.come('b')).toBe(false);
    const equal = open({ each: 2, all: 2 });
    equal.come('a', { streams: 1 });
    equal.come('b', { streams: 1 });
    expect(equal.come('c')).toBe(false);
    expect(equal.ended).toEqual([]);
  });

  it('is made by a principal itself that has all it may, and by no other', () => {
    const { come, ended } = open({ each: 2, all: 10 });
    come('other');
    come('a');
    come('a', { streams: 1 });
    expect(come('a')).toBe(true);
    expect(ended).toEqual(['a-1']);
    come('b', { streams: 1 });
    come('b', { streams: 1 });
    expect(come('b')).toBe(false);
  });

  it('is kept for sessions that are being opened, and free again when they were not', () => {
    const { room, come } = open({ each: 5, all: 2 });
    const first = room.reserve('a');
    const second = room.reserve('b');
    expect(room.reserve('c')).toBeUndefined();
    first?.();
    second?.();
    expect(come('c')).toBe(true);
  });
});
