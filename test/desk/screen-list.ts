import { demo } from '../server/demo-case.ts';

/** Every screen of the desk, over the demo case. */
export const SCREENS: readonly (readonly [string, string])[] = [
  ['front page', '/'],
  ['front page, filtered', '/?state=dismissed'],
  ['findings', '/findings'],
  ['finding with intervals', `/finding/${demo.findings[0]}`],
  ['finding with words', `/finding/${demo.findings[2]}`],
  ['finding with parts', `/finding/${demo.findings[3]}`],
  ['finding with Arabic', `/finding/${demo.findings[7]}`],
  ['reader', `/source/${demo.calls}?at=20-60`],
  ['reader of a table', `/source/${demo.table}`],
  ['sources', '/sources'],
  ['numbers', '/numbers'],
  ['numbers, all a day', '/numbers?form=day'],
  ['names', '/names'],
  ['origins', '/origins'],
  ['origins, a line chosen', `/origins?teller=outlet%3Averity%20post&origin=${demo.calls}`],
  ['network', '/network'],
  ['network, chosen', '/network?type=speaks'],
  ['map', '/map'],
  ['map of the world', '/map?view=20,30,200'],
  ['timeline', '/timeline'],
  ['timeline of some days', '/timeline?since=2021-05-01&until=2021-05-17'],
  ['what holds', '/holds'],
  ['search', '/search?words=school'],
  ['no such page', '/nowhere'],
];
