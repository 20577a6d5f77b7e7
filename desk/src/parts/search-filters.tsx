import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { t } from '../language/language.ts';
import { questions } from '../queries.ts';
import { sayNumber } from '../words/say-number.ts';
import { sayLanguage } from '../words/say-source.ts';

/** What a search is narrowed to; what is left open narrows nothing. */
export interface Narrowed {
  readonly source?: string | undefined;
  readonly voice?: string | undefined;
  readonly language?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

interface SearchFiltersProps {
  readonly narrowed: Narrowed;
  readonly onNarrow: (narrowed: Narrowed) => void;
}

/** By source, voice, language and the days on which it was said. */
export function SearchFilters({ narrowed, onNarrow }: SearchFiltersProps) {
  const choices = useQuery(questions.searchChoices()).data;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onNarrow(narrowedIn(event.currentTarget));
  };
  // What is chosen from a list acts at once; what is written acts when it is sent.
  const choose = (event: FormEvent<HTMLSelectElement>): void => event.currentTarget.form?.requestSubmit();
  return (
    <form key={JSON.stringify(narrowed)} className="narrow" aria-label={t('search.narrow')} onSubmit={submit}>
      {choices && (choices.sources.length > 0 || narrowed.source) && (
        <label>
          <span>{t('search.source')}</span>
          <select className="field" name="source" defaultValue={narrowed.source ?? ''} onChange={choose}>
            <option value="">{t('search.anySource')}</option>
            {sourcesOf(choices.sources, narrowed.source).map(({ id, file }) => (
              <option key={id} value={id}>
                {file}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{t('search.language')}</span>
        <select
          // The languages come a moment later; the one that is chosen must be among them.
          key={choices ? 'come' : 'coming'}
          className="field"
          name="language"
          defaultValue={narrowed.language ?? ''}
          onChange={choose}
        >
          <option value="">{t('search.anyLanguage')}</option>
          {choices?.languages.map(({ tag, sources }) => (
            <option key={tag} value={tag}>
              {t('search.languageOf', { language: sayLanguage(tag), sources: sayNumber(sources) })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('search.voice')}</span>
        <input
          className="field"
          name="voice"
          list="voices"
          dir="auto"
          maxLength={200}
          autoComplete="off"
          defaultValue={narrowed.voice}
          placeholder={t('search.anyVoice')}
        />
        <datalist id="voices">
          {choices?.voices.map((voice) => (
            <option key={voice} value={voice} />
          ))}
        </datalist>
      </label>
      <label>
        <span>{t('search.since')}</span>
        <input className="field" type="date" name="since" defaultValue={narrowed.since} />
      </label>
      <label>
        <span>{t('search.until')}</span>
        <input className="field" type="date" name="until" defaultValue={narrowed.until} />
      </label>
      <span className="row">
        <button type="submit" className="btn">
          {t('search.apply')}
        </button>
        {isNarrowed(narrowed) && (
          <button type="button" className="plain" onClick={() => onNarrow({})}>
            {t('search.clear')}
          </button>
        )}
      </span>
    </form>
  );
}

export function isNarrowed(narrowed: Narrowed): boolean {
  return Object.values(narrowed).some((value) => value);
}

/** A source that a link names stands in the list, though it holds too many to show. */
function sourcesOf(sources: readonly { id: string; file: string }[], chosen: string | undefined) {
  return !chosen || sources.some(({ id }) => id === chosen)
    ? sources
    : [...sources, { id: chosen, file: chosen }];
}

function narrowedIn(form: HTMLFormElement): Narrowed {
  const entries = new FormData(form);
  const text = (name: string) => String(entries.get(name) ?? '').trim() || undefined;
  const [since, until] = [text('since'), text('until')];
  const turned = since && until && since > until;
  return {
    source: text('source'),
    voice: text('voice'),
    language: text('language'),
    since: turned ? until : since,
    until: turned ? since : until,
  };
}
