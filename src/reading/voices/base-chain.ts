import type { SourceHead } from '../../statement/pile.ts';
import type { Passage, Section, Speaker } from '../../statement/source.ts';
import type { Voice } from '../../statement/statement.ts';

/**
 * Who speaks in a passage before anything in its words is attributed, outermost first: the
 * document or its publisher, then the speaker. A transcript gives [the tape, the speaker],
 * an article [the publisher], a forwarded mail [the sender, the first sender]. Never empty.
 */
export function baseChain(source: SourceHead, section: Section, passage: Passage): Voice[] {
  const outer = outerVoice(source, section, passage);
  const sender = senderVoice(source, section, outer);
  const speaker = passage.speaker === null ? null : speakerVoice(passage.speaker);
  const chain = [outer, sender, speaker].filter((voice): voice is Voice => voice !== null);
  return chain.filter((voice, index) => chain[index - 1]?.name !== voice.name);
}

/** Forms whose passages are spoken or logged in a document that has no voice but its title. */
const RECORDED = new Set<SourceHead['kind']>(['transcript', 'captions', 'chat']);

function outerVoice(source: SourceHead, section: Section, passage: Passage): Voice {
  const recorded = RECORDED.has(source.kind) || section.kind === 'call' || section.kind === 'interview';
  if (recorded && passage.speaker !== null)
    return documentVoice(section.title ?? source.title ?? source.publisher ?? source.file);
  if (source.publisher !== null)
    return { name: source.publisher, span: null, kind: 'publisher', guess: false };
  return documentVoice(source.title ?? section.title ?? source.file);
}

function documentVoice(name: string): Voice {
  return { name, span: null, kind: 'document', guess: false };
}

/** In a mail each message speaks for its own sender; the outer sender passes a forwarded one on. */
function senderVoice(source: SourceHead, section: Section, outer: Voice): Voice | null {
  if (source.kind !== 'mail') return null;
  const sender = section.parties.find((party) => party.role === 'sender' || party.role === 'from');
  const name = sender?.name ?? null;
  return name === null || name === outer.name
    ? null
    : { name, span: sender?.span ?? null, kind: 'person', guess: false };
}

function speakerVoice(speaker: Speaker): Voice {
  return {
    name: speaker.name === '' ? speaker.label : speaker.name,
    span: speaker.span,
    kind: speaker.unknown ? 'unknown' : 'person',
    guess: speaker.guess,
  };
}
