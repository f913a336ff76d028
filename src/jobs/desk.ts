// Jobs as clients ask for them: prompts for people to start, and skills where the order matters.
import { shortened } from '../../tools/cut-text.ts';
import { restored, visible } from '../../tools/invisible/visible.ts';
import type { Content, ListedResource } from '../resources/shelf.ts';
import type { Reads } from '../road/reads.ts';
import type { Job } from './job.ts';
import { jobs } from './jobs.ts';
import { isOffered, textOf } from './text.ts';

const offered = (reads: Reads): readonly Job[] => jobs.filter((job) => isOffered(job, reads));

/** The jobs that a caller's tools are enough for. */
export const prompts = (reads: Reads) =>
  offered(reads).map(({ name, title, description, arguments: all }) => ({
    name,
    title,
    description,
    arguments: all.map((one) => ({
      name: one.name,
      description: one.description,
      required: one.required,
    })),
  }));

// What is filled in is a name, an id or a few words.
const longestFilledIn = 500;

/** A job written out, or what is wrong with the question for it. */
export const promptOf = (
  name: string,
  given: Readonly<Record<string, string>>,
  reads: Reads,
): { readonly description: string; readonly text: string } | { readonly problem: string } => {
  const job = offered(reads).find((one) => one.name === name);
  if (!job)
    return {
      problem: `There is no prompt ${visible(shortened(name, 64))}. Call prompts/list for what there is.`,
    };
  const missing = job.arguments.filter((one) => one.required && !given[one.name]);
  if (missing.length > 0)
    return { problem: `${name} needs ${missing.map((one) => one.name).join(', ')}.` };
  const known = Object.fromEntries(
    job.arguments.flatMap((one) => {
      const value = given[one.name];
      return value ? [[one.name, shortened(restored(value), longestFilledIn)]] : [];
    }),
  );
  return { description: job.description, text: visible(textOf(job, known, reads)) };
};

interface Skill {
  readonly uri: string;
  readonly listed: ListedResource;
  readonly path: string;
  readonly text: string;
}

const written = (job: Job, reads: Reads): Skill => {
  const path = job.name.replaceAll('_', '-');
  const uri = `skill://${path}/SKILL.md`;
  return {
    uri,
    path,
    listed: {
      uri,
      name: path,
      title: job.title,
      description: job.description,
      mimeType: 'text/markdown',
    },
    text: `---\nname: ${path}\ndescription: ${job.description}\n---\n\n${textOf(job, {}, reads)}\n`,
  };
};

const skillsOf = (reads: Reads): readonly Skill[] =>
  offered(reads)
    .filter((job) => job.isOrdered)
    .map((job) => written(job, reads));

/** The skills, as resources: older clients read them so. */
export const skillResources = (reads: Reads): readonly ListedResource[] =>
  skillsOf(reads).map((skill) => skill.listed);

/** The text of the skill at an address. */
export const skillAt = (uri: string, reads: Reads): Content | undefined => {
  if (!uri.startsWith('skill://')) return undefined;
  const skill = skillsOf(reads).find((one) => one.uri === uri);
  return skill && { mimeType: 'text/markdown', text: skill.text };
};

/** The skills with their digests, as the extension lists them. */
export const skills = async (reads: Reads) => {
  const { skillEntry } = await import('@modelcontextprotocol/server/ext/skills');
  return Promise.all(
    skillsOf(reads).map(({ path, text }) => skillEntry(path, { 'SKILL.md': text })),
  );
};
