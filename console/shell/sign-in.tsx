// Asks for an operator's key, and says where one comes from.
import { useState } from 'preact/hooks';
import { signIn } from '../state/session.ts';
import { words } from '../words.ts';

/** The form; calls back once somebody is signed in. */
export const SignIn = ({ onSignedIn, said }: { onSignedIn: () => void; said: string | null }) => {
  const [key, setKey] = useState('');
  const [trouble, setTrouble] = useState(said);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await signIn({ key: key.trim() });
      onSignedIn();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
      setKey('');
    }
  };
  return (
    <main class="sign-in" id="main">
      <h1>{words.signInTitle}</h1>
      <p>{words.signInWhy}</p>
      <form onSubmit={submit}>
        <label for="key">{words.operatorKey}</label>
        <input
          id="key"
          type="password"
          autocomplete="current-password"
          required
          maxLength={200}
          aria-describedby="key-help"
          value={key}
          onInput={({ currentTarget }) => setKey(currentTarget.value)}
        />
        <p id="key-help" class="muted">
          {words.keyHelp} <code>do-mcp operator add</code>
        </p>
        {trouble !== null && (
          <p class="trouble" role="alert">
            {trouble}
          </p>
        )}
        <button type="submit" disabled={isBusy}>
          {words.signIn}
        </button>
      </form>
    </main>
  );
};
