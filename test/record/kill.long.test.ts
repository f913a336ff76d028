// A process that is killed in the middle of changes has everything on record that it sent.
import { describe, expect, it } from 'vitest';
import { killDuringChanges } from './kill.ts';

describe('kill -9', () => {
  it('loses no change that has reached DigitalOcean, and leaves a record that is whole', async () => {
    const killed = await killDuringChanges({ lives: 5, changesEach: 20, seed: 11 });
    expect(killed.sent).toBe(100);
    expect(killed.reached).toBeGreaterThan(10);
    expect(killed.recorded).toBe(killed.reached);
    expect(killed.verdict).toMatchObject({ code: 0, sound: true });
    // Of each process at least the change was open that had arrived and was not answered any more.
    expect(killed.verdict.open.length).toBeGreaterThanOrEqual(5);
    expect(killed.verdict.open[0]).toMatchObject({ tool: 'tags_create', mayBeUnderWay: false });
  });
});
