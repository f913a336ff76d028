// A process that is killed in the middle of changes has everything on record that it sent.
import { describe, expect, it } from 'vitest';
import { killDuringChanges } from './kill.ts';

describe('kill -9', () => {
  it('loses no change that has reached DigitalOcean, and leaves a record that is whole', async () => {
    const killed = await killDuringChanges({ lives: 5, changesEach: 20, seed: 11, latest: 60 });
    expect(killed.sent).toBe(100);
    expect(killed.reached).toBeGreaterThan(0);
    expect(killed.reached).toBeLessThan(killed.sent);
    expect(killed.recorded).toBe(killed.reached);
    expect(killed.verdict).toMatchObject({ code: 0, sound: true });
    // Changes without an end are found, and some there are.
    expect(killed.verdict.open.length).toBeGreaterThan(0);
    expect(killed.verdict.open[0]).toMatchObject({ tool: 'tags_create', mayBeUnderWay: false });
  });
});
