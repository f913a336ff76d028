// How questions are shown to a person at a terminal.
import { type ShownApproval, standingInWords } from '../../consent/approval.ts';
import type { Terminal } from '../../terminal/terminal.ts';

const minutes = (milliseconds: number): string => {
  const count = Math.max(0, Math.round(milliseconds / 60_000));
  return count === 1 ? '1 minute' : `${count} minutes`;
};

const answerOf = ({ answer }: ShownApproval): string => {
  if (!answer) return '';
  const who = answer.by === null ? '' : ` by ${answer.by}`;
  return ` (${answer.door}${who}${answer.reason === null ? '' : `: ${answer.reason}`})`;
};

const headOf = (approval: ShownApproval, now: number): string => {
  const { id, standing, opened, closes } = approval;
  const rest = standing === 'open' ? `, open for ${minutes(Date.parse(closes) - now)} more` : '';
  const asked = `asked ${minutes(now - Date.parse(opened))} ago`;
  return `${id}  ${standingInWords[standing]}${answerOf(approval)}, ${asked}${rest}`;
};

const bodyOf = ({ text }: ShownApproval): string => text.replaceAll(/^/gm, '    ');

/** Prints questions, each with what it is about. */
export const tell = (terminal: Terminal, approvals: readonly ShownApproval[], now: number): void =>
  terminal.print(
    approvals.map((approval) => `${headOf(approval, now)}\n${bodyOf(approval)}`).join('\n\n'),
  );
