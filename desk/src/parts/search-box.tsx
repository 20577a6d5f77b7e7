import { type FormEvent, useEffect, useRef } from 'react';
import { t } from '../language/language.ts';

interface SearchBoxProps {
  readonly label: string;
  readonly words: string;
  readonly placeholder: string;
  /** Takes the focus on arrival, where nothing is searched for yet. */
  readonly eager?: boolean;
  readonly onSearch: (words: string) => void;
}

/** A line to search by. Escape leaves it, so that the single keys act again. */
export function SearchBox({ label, words, placeholder, eager = false, onSearch }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current && input.current.value !== words) input.current.value = words;
  }, [words]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arrival
  useEffect(() => {
    if (eager && words === '') input.current?.focus();
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(input.current?.value.trim() ?? '');
    input.current?.blur();
  };
  return (
    <search>
      <form className="searchbox" onSubmit={submit}>
        <label>
          <span className="vh">{label}</span>
          <input
            ref={input}
            type="search"
            className="field"
            dir="auto"
            defaultValue={words}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            maxLength={900}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
        </label>
        <button type="submit" className="btn go">
          {t('search.go')}
        </button>
      </form>
    </search>
  );
}
