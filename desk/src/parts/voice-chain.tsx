import type { VoiceView } from '../../../src/server/api/quote.ts';

/** Who says it, outermost first; the last is the one who could know. A guess is dashed. */
export function VoiceChain({ voices }: { voices: readonly VoiceView[] }) {
  return (
    <ol className="chain" aria-label="Voices, outermost first">
      {voices.map((voice, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chain never changes its order
        <li key={place}>
          <bdi className={voice.guess || voice.kind === 'unknown' ? 'guess' : undefined}>{voice.name}</bdi>
        </li>
      ))}
    </ol>
  );
}
