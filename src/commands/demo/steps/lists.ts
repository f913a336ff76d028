// Part one: three tokens, and what an agent sees with each.
import type { Part } from '../part.ts';
import { domainsOnly, everything, readsOnly } from '../tokens.ts';

const tokens = [
  ['reads only', readsOnly, ['droplets_list', 'domains_list', 'account_get']],
  ['domains only', domainsOnly, ['domains_list', 'domains_create_record', 'domains_delete']],
  ['everything', everything, ['droplets_create', 'droplets_destroy', 'domains_delete']],
] as const;

/** The lists. */
export const lists: Part = {
  title: 'Three tokens, three lists',
  says: 'An agent sees the tools that its token may use, and no others. Here is what one and the same server lists for three tokens.',
  play: async ({ stage, narrator }) => {
    const rows = await Promise.all(
      tokens.map(async ([what, token, some]) => {
        const listed = await (await stage.agent(token)).list();
        const among = some.filter((name) => listed.includes(name));
        return [what, String(listed.length), `${among.join(', ')}, …`];
      }),
    );
    narrator.table(['token', 'tools', 'among them'], rows);
    narrator.tell(
      '\nWhat is not listed is reached through find_tools, again as far as the token goes.',
    );
  },
};
