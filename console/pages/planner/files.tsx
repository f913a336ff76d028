// The files for exactly what was planned: a client's configuration, and a policy.
import type { FileText, PlanView } from '../../../src/console/plan/plan-view.ts';
import { Choice } from '../../parts/choice.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useData } from '../../state/data.ts';
import { words } from '../../words.ts';

const own = words.planner;

const File = ({ file }: { file: FileText }) => (
  <>
    <pre>{file.text}</pre>
    <CopyButton text={file.text} />
    <ul class="steps">
      {file.steps.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </>
);

interface FilesProps {
  readonly view: PlanView;
  readonly client: string;
  readonly onClient: (client: string) => void;
}

/** Both files. */
export const Files = ({ view, client, onClient }: FilesProps) => {
  const clients = useData<readonly { readonly name: string; readonly title: string }[]>('clients');
  return (
    <div class="files">
      <section>
        <div class="head">
          <h2>{own.configuration}</h2>
          {clients.state === 'here' && (
            <Choice
              label={own.client}
              value={client}
              options={clients.value.map(({ name, title }) => [name, title])}
              onChoose={onClient}
            />
          )}
        </div>
        <File file={view.client} />
      </section>
      <section>
        <div class="head">
          <h2>{own.policy}</h2>
        </div>
        <p class="muted">{own.policySays}</p>
        <File file={view.policy} />
      </section>
    </div>
  );
};
