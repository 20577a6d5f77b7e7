import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ReadingView } from '../../../src/server/api/reading.ts';
import { announce } from '../announcer.ts';
import { filesOf, readDropped } from '../drop-files.ts';
import { t } from '../language/language.ts';
import { joinWords, sayCount, sayNumber } from '../words/say-number.ts';

function take(files: Promise<Parameters<typeof readDropped>[0]>): void {
  files
    .then(readDropped)
    .catch((fault: unknown) => announce(fault instanceof Error ? fault.message : String(fault), true));
}

/** Files that are dropped anywhere on the window are read into the case. */
export function DropPlace() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const hover = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      take(filesOf(event.dataTransfer));
    };
    window.addEventListener('dragover', hover, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), {
      signal,
    });
    return () => stop.abort();
  }, []);
  return over && <div className="drop-here">{t('reading.drop')}</div>;
}

/** The same for whoever does not drag. */
export function ReadFilesButton() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="plain" onClick={() => input.current?.click()}>
        {t('reading.files')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('reading.input')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])].map((file) => ({ path: file.name, file }));
          currentTarget.value = '';
          take(Promise.resolve(files));
        }}
      />
    </>
  );
}

/** How far the reading is; at the end what came of it, with the reasons for what could not be read. */
export function ReadingNotice({ reading, onClose }: { reading: ReadingView | null; onClose: () => void }) {
  if (!reading) return null;
  const { done, files, filesInAll, path, checking } = reading;
  return (
    <aside className="reading-now" aria-label={t('reading.label')}>
      <p role="status">
        {done ? sayDone(done) : t(checking ? 'reading.comparing' : 'reading.reading')}
        {!done &&
          !checking &&
          filesInAll !== null &&
          ` ${t('reading.progress', { n: sayNumber(files), of: sayNumber(filesInAll) })}`}
      </p>
      {!done && (
        <progress aria-label={t('reading.filesRead')} value={filesInAll ? files / filesInAll : undefined} />
      )}
      {!done && path && (
        <p className="meta">
          <bdi>{path}</bdi>
        </p>
      )}
      {done && done.unreadable.length > 0 && (
        <ul>
          {done.unreadable.map((one) => (
            <li key={one.path}>
              <b>
                <bdi>{one.path}</bdi>
              </b>{' '}
              <span dir="auto">{one.reason}</span>
            </li>
          ))}
        </ul>
      )}
      {done && (
        <p className="row">
          <Link to="/sources" search={{}}>
            {t('reading.sources')}
          </Link>
          <button type="button" className="plain" onClick={onClose}>
            {t('reading.close')}
          </button>
        </p>
      )}
    </aside>
  );
}

function sayDone({ read, known, unreadableCount, fault }: NonNullable<ReadingView['done']>): string {
  if (fault) return fault;
  const parts = [
    t('reading.read', { documents: sayCount(read, 'document') }),
    known > 0 && t('reading.held', { n: sayNumber(known) }),
    unreadableCount > 0 && t('reading.unreadable', { n: sayNumber(unreadableCount) }),
  ];
  return joinWords(parts, 'semicolon');
}
