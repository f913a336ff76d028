// One question: what a person has to know, and the answer, for which a name has to be typed where it is asked.
import { useState } from 'preact/hooks';
import type { ApprovalList } from '../../../src/http/approvals/approvals-doors.ts';
import { ask } from '../../state/api.ts';
import { words } from '../../words.ts';

const own = words.approvals;

type Approval = ApprovalList['approvals'][number];

const clockTime = (iso: string): string =>
  new Date(iso).toLocaleTimeString('en', { timeStyle: 'short' });

const AnswerForm = ({ approval }: { approval: Approval }) => {
  const { id, typed } = approval;
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const answer = async (how: 'approve' | 'deny'): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const body = {
      door: 'console',
      ...(how === 'approve' && typed !== null && { typed: name }),
      ...(reason !== '' && { reason }),
    };
    try {
      await ask(`approvals/${encodeURIComponent(id)}/${how}`, { body });
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <form
      class="answer"
      onSubmit={(event) => {
        event.preventDefault();
        void answer('approve');
      }}
    >
      {typed !== null && (
        <label>
          {own.typeName(typed)}
          <input
            autocomplete="off"
            spellcheck={false}
            maxLength={200}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
      )}
      <label>
        {own.reason}
        <input
          autocomplete="off"
          maxLength={500}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <div class="answer-buttons">
        <button type="submit" disabled={isBusy || (typed !== null && name.trim() !== typed)}>
          {own.approve}
        </button>
        <button type="button" disabled={isBusy} onClick={() => void answer('deny')}>
          {own.deny}
        </button>
      </div>
      {trouble !== null && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
    </form>
  );
};

/** The question. */
export const Question = (props: { approval: Approval; mayAnswer: boolean }) => {
  const { approval, mayAnswer } = props;
  const { id, tool, agent, effect, text, doors, opened, closes } = approval;
  const isOpenHere = doors.includes('console');
  return (
    <article class="question" aria-labelledby={`question-${id}`}>
      <h2 id={`question-${id}`}>
        <span class={`mark effect-${effect}`}>{own.effects[effect]}</span> <code>{tool}</code>
      </h2>
      <p class="muted">
        {own.asks(agent)}, {own.since(clockTime(opened), clockTime(closes))}
      </p>
      <p class="question-text">{text}</p>
      {mayAnswer && (isOpenHere ? <AnswerForm approval={approval} /> : <p>{own.noConsole}</p>)}
    </article>
  );
};
