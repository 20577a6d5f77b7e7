import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What holds a document's process in, strongest first. */
export type IsolationName = 'bubblewrap' | 'namespaces' | 'permission';

export interface Isolation {
  readonly name: IsolationName;
  /** What it keeps a parser from, in a sentence, for people. */
  readonly says: string;
  /** The command line that runs Node with `args` inside. */
  command(args: readonly string[]): readonly [string, readonly string[]];
}

/** The checkout or the installed package: the only files that a document's process may read. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
const SYSTEM = ['/usr', '/lib', '/lib64', '/lib32', '/bin', '/opt'].filter((path) => existsSync(path));
const TRIAL_MS = 5_000;

const BUBBLEWRAP: Isolation = {
  name: 'bubblewrap',
  says: 'Each document is read in a process of its own that bubblewrap keeps from the network, from all files but the program, and from other processes; Node’s permission model stands before that.',
  command: (args) => [
    'bwrap',
    [
      ...['--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--cap-drop', 'ALL'],
      ...SYSTEM.flatMap((path) => ['--ro-bind', path, path]),
      ...['--ro-bind', dirname(process.execPath), dirname(process.execPath), '--ro-bind', ROOT, ROOT],
      ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--chdir', '/', '--'],
      ...nodeCommand(args),
    ],
  ],
};

const NAMESPACES: Isolation = {
  name: 'namespaces',
  says: 'Each document is read in a process of its own without a network and without sight of other processes (Linux namespaces); Node’s permission model keeps it from files.',
  command: (args) => [
    'unshare',
    ['--user', '--map-root-user', '--net', '--pid', '--ipc', '--fork', '--kill-child', ...nodeCommand(args)],
  ],
};

const PERMISSION: Isolation = {
  name: 'permission',
  says: 'Each document is read in a process of its own; Node’s permission model keeps it from network and files. The operating system does not: a parser that breaks out of Node is not held. Install bubblewrap (Linux), or read files that you do not trust on another machine.',
  command: (args) => [process.execPath, nodeCommand(args).slice(1)],
};

/** All ways, strongest first; each must pass test/intake/sandbox-contract.test.ts. */
export const ISOLATIONS: readonly Isolation[] = [BUBBLEWRAP, NAMESPACES, PERMISSION];

/**
 * Node's permission model denies network, files, child processes, workers and add-ons but for
 * what is named here. By its own documentation it is a seat belt and no wall.
 */
function nodeCommand(args: readonly string[]): string[] {
  const readable = ['src', 'node_modules', 'package.json'].map((name) => `--allow-fs-read=${ROOT}/${name}`);
  return [process.execPath, '--permission', ...readable, ...args];
}

const tried = new Map<IsolationName, boolean>();

/** Whether it runs on this machine; tried once, by running nothing in it. */
export function isolationWorks(isolation: Isolation): boolean {
  const known = tried.get(isolation.name);
  if (known !== undefined) return known;
  const [command, args] = isolation.command(['--eval', '0']);
  const { status } = spawnSync(command, [...args], { stdio: 'ignore', timeout: TRIAL_MS, env: {} });
  tried.set(isolation.name, status === 0);
  return status === 0;
}

/** The strongest isolation that this machine has. */
export function isolationHere(): Isolation {
  return ISOLATIONS.find(isolationWorks) ?? PERMISSION;
}
