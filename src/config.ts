import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { HearsayError } from './errors.ts';

const settings = {
  case: z.string().min(1).describe('the case file that commands use where --case is not given'),
  host: z
    .string()
    .min(1)
    .describe('address that the desk is served on; the loopback address unless you know why not'),
  port: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .describe('port of the desk; 0 takes any free one, and so does the default where it is taken'),
  workers: z.coerce
    .number()
    .int()
    .min(0)
    .max(64)
    .describe('threads that read documents; 0 reads in the main one'),
  user: z.string().min(1).describe('the name that decisions are logged under'),
};

const schema = z.object(settings);

/** Every setting, by name; `hearsay config` prints them. */
export type Config = z.infer<typeof schema>;

export type Origin = 'flag' | 'environment' | 'file' | 'default';

export interface Setting {
  readonly name: keyof Config;
  readonly value: string | number;
  readonly origin: Origin;
  readonly about: string;
}

export interface ConfigResult {
  readonly config: Config;
  readonly settings: readonly Setting[];
  /** The configuration file that was looked at; it need not exist. */
  readonly file: string;
}

const defaults: Config = {
  case: 'case.hearsay',
  host: '127.0.0.1',
  port: 4317,
  workers: Math.min(8, availableParallelism()),
  user: userInfo().username,
};

/**
 * Settles every setting once: flag, then environment (`HEARSAY_PORT`), then file
 * (`hearsay.json` in the folder, else `~/.config/hearsay/config.json`), then default.
 * A value that does not fit throws `config/invalid` and says which and why.
 */
export function settle(
  flags: Partial<Record<keyof Config, unknown>>,
  environment: NodeJS.ProcessEnv = process.env,
  folder = process.cwd(),
): ConfigResult {
  const file = configFile(environment, folder);
  const fromFile = readConfigFile(file);
  const names = Object.keys(settings) as (keyof Config)[];
  const chosen = names.map((name) => choose(name, flags, environment, fromFile));
  const values = Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
  const parsed = schema.safeParse(values);
  if (!parsed.success) throw invalid(parsed.error.issues[0], chosen);
  const config = parsed.data;
  return {
    config,
    file,
    settings: chosen.map((setting) => ({
      ...setting,
      value: config[setting.name],
      about: settings[setting.name].description ?? '',
    })),
  };
}

function choose(
  name: keyof Config,
  flags: Partial<Record<keyof Config, unknown>>,
  environment: NodeJS.ProcessEnv,
  fromFile: Record<string, unknown>,
) {
  const key = `HEARSAY_${name.toUpperCase()}`;
  if (flags[name] !== undefined) return { name, value: flags[name], origin: 'flag' as const };
  if (environment[key] !== undefined && environment[key] !== '')
    return { name, value: environment[key], origin: 'environment' as const };
  if (fromFile[name] !== undefined) return { name, value: fromFile[name], origin: 'file' as const };
  return { name, value: defaults[name], origin: 'default' as const };
}

function configFile(environment: NodeJS.ProcessEnv, folder: string): string {
  const here = resolve(folder, 'hearsay.json');
  if (existsSync(here)) return here;
  return join(environment.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'hearsay', 'config.json');
}

function readConfigFile(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new HearsayError(
      'config/invalid',
      `${file} is not a JSON object of settings. Mend it or move it away; "hearsay config" lists the settings.`,
      { cause },
    );
  }
}

function invalid(
  issue: z.core.$ZodIssue | undefined,
  chosen: readonly { name: string; value: unknown; origin: Origin }[],
): HearsayError {
  const name = String(issue?.path[0] ?? '');
  const setting = chosen.find((entry) => entry.name === name);
  const where = {
    flag: `--${name}`,
    environment: `HEARSAY_${name.toUpperCase()}`,
    file: 'the configuration file',
    default: 'the default',
  }[setting?.origin ?? 'flag'];
  return new HearsayError(
    'config/invalid',
    `"${String(setting?.value)}" from ${where} does not fit the setting "${name}": ${issue?.message ?? 'not understood'}.`,
  );
}
