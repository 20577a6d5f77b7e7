import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settle } from '../../src/config.ts';
import { scratchFolder } from '../run-hearsay.ts';

const portOf = (flags: object, environment: NodeJS.ProcessEnv, folder: string) => {
  const { settings } = settle(flags, { XDG_CONFIG_HOME: folder, ...environment }, folder);
  const port = settings.find((setting) => setting.name === 'port');
  return `${port?.value} by ${port?.origin}`;
};

test('flag, then environment, then file, then default', () => {
  const folder = scratchFolder();
  expect(portOf({}, {}, folder)).toBe('4317 by default');
  writeFileSync(join(folder, 'hearsay.json'), '{"port": 4001}');
  expect(portOf({}, {}, folder)).toBe('4001 by file');
  expect(portOf({}, { HEARSAY_PORT: '4002' }, folder)).toBe('4002 by environment');
  expect(portOf({ port: '4003' }, { HEARSAY_PORT: '4002' }, folder)).toBe('4003 by flag');
});

test('a value that does not fit is named with where it came from', () => {
  const folder = scratchFolder();
  expect(() => settle({}, { XDG_CONFIG_HOME: folder, HEARSAY_PORT: 'door' }, folder)).toThrow(
    /"door" from HEARSAY_PORT does not fit the setting "port"/,
  );
  writeFileSync(join(folder, 'hearsay.json'), 'not json');
  expect(() => settle({}, { XDG_CONFIG_HOME: folder }, folder)).toThrow(/is not a JSON object of settings/);
});
