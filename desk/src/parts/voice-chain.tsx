import type { VoiceView } from '../../../src/server/api/quote.ts';
import { t } from '../language/language.ts';

/** Who says it, outermost first; the last is the one who could know. A guess is dashed. */
export function VoiceChain({ voices }: { voices: readonly VoiceView[] }) {
  return (
    <ol className="chain" aria-label={t('finding.voices')}>
      {voices.map((voice, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chain never changes its order
        <li key={place}>
          <bdi className={voice.guess || voice.kind === 'unknown' ? 'guess' : undefined}>{voice.name}</bdi>
        </li>
      ))}
    </ol>
  );
}
