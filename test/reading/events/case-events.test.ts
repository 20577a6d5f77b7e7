import { describe, expect, test } from 'vitest';
import { parseCaseEvents } from '../../../src/reading/events/case-events.ts';
import { coreEvents } from '../../../src/reading/events/core-events.ts';
import { bookWith, CORE_BOOK } from '../../../src/reading/events/event-book.ts';
import { findTriggers } from '../../../src/reading/events/find-triggers.ts';
import { passageOf } from '../passage-of.ts';

const OWN = `# What the case looks for.
events:
  forge:
    counts: patient
    after: [buy]
    triggers:
      en: { verbs: [forge], nouns: [forgery, forgeries], phrases: [cook the books], never: [forge ahead] }
      tr: { verbs: [sahtele], nouns: [sahtecilik] }
      ar: { verbs: [زور/زور], nouns: [تزوير] }
      es: { verbs: [falsific], nouns: [falsificación] }
  mentor:
    counts: agent
    triggers: { en: { verbs: [mentor] } }
  arrest:
    triggers: { en: { phrases: [pack up] } }
  reprimand:
    counts: patient
    triggers: { en: { verbs: [fine] } }
`;

const read = (text: string) => parseCaseEvents({ file: 'own.yaml', text });

function eventsOf(text: string, language: string, events = bookWith(read(OWN))): string[] {
  const words = { ...passageOf(text, language), events };
  return words.sentences
    .flatMap((sentence) => findTriggers(words, sentence, []))
    .map((trigger) => `${trigger.event}${trigger.common ? '?' : ''}`);
}

describe('the words of a case name its own events', () => {
  const table: [string, string, string[]][] = [
    ['Nine permits were forged in the shed.', 'en', ['forge']],
    ['The forgeries cost him a night.', 'en', ['forge', 'cost?']],
    ['She cooked the books for two years.', 'en', ['forge']],
    ['They forged ahead without us.', 'en', []],
    ['Altı belge sahtelendi.', 'tr', ['forge']],
    ['زوروا تسع وثائق', 'ar', ['forge']],
    ['Falsificaron nueve permisos.', 'es', ['forge']],
    ['Four men were packed up at the bridge.', 'en', ['arrest']],
    ['Two men were fined by the clerk.', 'en', ['reprimand']],
  ];
  test.each(table)('%s', (text, language, events) => {
    expect(
      eventsOf(text, language).filter((event) => !event.endsWith('?') || events.includes(event)),
    ).toEqual(events);
  });

  test('without them the core stands alone', () => {
    expect(eventsOf('Nine permits were forged in the shed.', 'en', CORE_BOOK)).toContain('forge?');
    expect(eventsOf('Two men were fined by the clerk.', 'en', CORE_BOOK)).toContain('fine');
  });

  test('a type of its own says whose number is given; what is said of a core type is kept beside the core', () => {
    const book = bookWith(read(OWN));
    expect(book.typeOf('mentor').counts).toBe('agent');
    expect(book.typeOf('arrest')).toEqual(CORE_BOOK.typeOf('arrest'));
  });
});

test('the core, printed and taken as a file, reads as the core does', () => {
  const text =
    'Five men were arrested on Monday and three of them were let go. The barge sank near the weir.';
  const own = bookWith(read(JSON.stringify({ events: coreEvents() })));
  expect(eventsOf(text, 'en', own)).toEqual(eventsOf(text, 'en', CORE_BOOK));
  expect(eventsOf('Beş kişi tutuklandı, üçü serbest bırakıldı.', 'tr', own)).toEqual(
    eventsOf('Beş kişi tutuklandı, üçü serbest bırakıldı.', 'tr', CORE_BOOK),
  );
});

describe('a file that does not fit says where and what to do', () => {
  const table: [string, string, RegExp][] = [
    ['no YAML', 'events:\n  forge: [a', /own\.yaml does not fit \(line \d\)/],
    ['no JSON', '{"events": {"forge" {}}}', /line 1/],
    ['empty', '', /line 1\)/],
    ['another form', 'verbs: [forge]', /line 1.*(?:expected record|received undefined)/],
    [
      'an unknown key',
      'events:\n  forge:\n    counts: patient\n    trigers: {}\n',
      /line 4, events\.forge\.trigers\): .*trigers/,
    ],
    ['a wrong value', 'events:\n  forge:\n    counts: both\n', /line 3, events\.forge\.counts.*agent/],
    [
      'an unknown language',
      'events:\n  forge:\n    counts: agent\n    triggers:\n      xx: {}\n',
      /line 5.*xx/,
    ],
    ['a name that is no name', 'events:\n  Forge it:\n    counts: agent\n', /small letters/],
    [
      'a new type that counts nobody',
      'events:\n  forge:\n    triggers: {}\n',
      /line 2, events\.forge.*counts: agent/,
    ],
    [
      'an event that is nowhere',
      'events:\n  forge:\n    counts: agent\n    after:\n      - purloin\n',
      /line 5, events\.forge\.after\.0\): "purloin"/,
    ],
  ];
  test.each(table)('%s', (_, text, said) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code: 'events/invalid', message: expect.stringMatching(said) }),
    );
  });
});
