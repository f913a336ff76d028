// Asks whether the browser may tell of new questions: only when a person wants it.
import { useState } from 'preact/hooks';
import { words } from '../../words.ts';

/** A button where it can be allowed, a word where it is. */
export const Notify = () => {
  const [permission, setPermission] = useState<NotificationPermission>(
    'Notification' in window ? Notification.permission : 'denied',
  );
  if (permission === 'granted') return <span class="muted">{words.approvals.notified}</span>;
  if (permission === 'denied') return null;
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => void Notification.requestPermission().then(setPermission)}
    >
      {words.approvals.notify}
    </button>
  );
};
