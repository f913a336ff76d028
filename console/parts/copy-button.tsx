// Copies a text, and says that it did.
import { useState } from 'preact/hooks';
import { words } from '../words.ts';

/** The button. */
export const CopyButton = ({ text, label = words.copy }: { text: string; label?: string }) => {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      // Browsers give the clipboard only to pages over TLS or of this machine.
      setSaid(words.copyFailed);
    }
  };
  return (
    <span class="copy">
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status" class="muted">
        {said}
      </span>
    </span>
  );
};
