// Part five: a change to which the person agreed too quickly, and puts it back.
import * as z from 'zod';
import { nothingWritten } from '../../../configuration/file/written.ts';
import { undoWith } from '../../undo/undo.ts';
import type { Part } from '../part.ts';
import { spokenCall, spokenError } from '../spoken.ts';
import { domainsOnly } from '../tokens.ts';

const domain = 'example.com';
const look = { domain_name: domain, where: ['type=A', 'name=@'], fields: ['id', 'data'] };

const listed = z.looseObject({ items: z.tuple([z.looseObject({ id: z.number() })]) });
const changed = z.looseObject({ undo: z.string() });

/** The mistake. */
export const mistake: Part = {
  title: 'A mistake, put back',
  says: 'The agent with the token for domains wants example.com to lead elsewhere, and you are asked again. Say that you agreed too quickly: how things stood before is kept, and do-mcp undo puts them back.',
  play: async ({ stage, narrator, hands }) => {
    const agent = await stage.agent(domainsOnly);
    const found = await agent.call('domains_list_records', look);
    const record = listed.parse(found.answer).items[0];
    const given = {
      domain_name: domain,
      domain_record_id: record.id,
      type: 'A',
      data: '192.0.2.1',
    };
    narrator.quote('agent', spokenCall('domains_update_record', given));
    const reply = await agent.call('domains_update_record', given);
    if (reply.isError) return narrator.quote('server', spokenError(reply));
    const { undo } = changed.parse(reply.answer);
    narrator.quote('server', `The record is changed. do-mcp undo ${undo} puts it back.`);
    narrator.quote('you', `do-mcp undo ${undo}`);
    const say = (text: string): void => narrator.quote('undo', text);
    await undoWith(agent.program, {
      ...hands,
      settings: { ...stage.settings, yes: !hands.keyboard.isThere },
      given: {},
      environment: {},
      written: nothingWritten,
      words: [undo],
      terminal: { ...hands.terminal, say, complain: say, print: say },
    });
  },
};
