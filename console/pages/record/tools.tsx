// What can be done with the record: see whether it is whole, and take a part of it away as a file.
import { useState } from 'preact/hooks';
import type { RecordFile, RecordVerified } from '../../../src/console/record/record-view.ts';
import { ask } from '../../state/api.ts';
import { words } from '../../words.ts';

const own = words.record;

const saved = ({ name, type, text }: RecordFile): void => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
};

const Verdict = ({ verified }: { verified: RecordVerified }) => {
  if (verified.state !== 'verified') return <p>{own.verdicts[verified.state]}</p>;
  const { findings, files, lines, open } = verified;
  return (
    <div class={findings.length === 0 ? 'verdict' : 'verdict trouble'}>
      <p>
        {findings.length === 0 ? own.whole(files, lines) : own.touched(files, lines)}{' '}
        {open > 0 && own.openChanges(open)}
      </p>
      {findings.length > 0 && (
        <ul>
          {findings.map(({ file, line, says }) => (
            <li key={`${file} ${line} ${says}`}>
              {own.findingIn(file, line)}: {says}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** The buttons, and what came of them. */
export const RecordTools = ({ filters }: { filters: string }) => {
  const [verified, setVerified] = useState<RecordVerified | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setSaid(null);
    setVerified(null);
    try {
      await work();
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  const save = async (format: 'json' | 'csv'): Promise<void> => {
    const query = new URLSearchParams(filters);
    query.set('format', format);
    const file = await ask<RecordFile>(`record-file?${query}`);
    saved(file);
    setSaid(own.saved(file.lines, file.isCut));
  };
  return (
    <div class="record-tools">
      <button
        type="button"
        disabled={isBusy}
        onClick={() =>
          void run(async () => setVerified(await ask<RecordVerified>('record-verified')))
        }
      >
        {own.verify}
      </button>
      {(['json', 'csv'] as const).map((format) => (
        <button
          key={format}
          type="button"
          class="quiet"
          disabled={isBusy}
          onClick={() => void run(() => save(format))}
        >
          {own.saveAs(format.toUpperCase())}
        </button>
      ))}
      <div role="status">
        {verified && <Verdict verified={verified} />}
        {said !== null && <p>{said}</p>}
      </div>
    </div>
  );
};
