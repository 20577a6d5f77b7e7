import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAnnouncement } from '../announcer.ts';
import { useKeys } from '../keys.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language, language, t, turnLanguage } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { DropPlace, ReadFilesButton, ReadingNotice } from '../parts/drop-place.tsx';
import { KeysDialog } from '../parts/keys-dialog.tsx';
import { questions } from '../queries.ts';
import { turnTheme } from '../theme.ts';
import { useNews } from '../use-news.ts';

const ROOMS = [
  ['/', 'front'],
  ['/findings', 'findings'],
  ['/sources', 'sources'],
  ['/numbers', 'numbers'],
  ['/names', 'names'],
  ['/origins', 'origins'],
  ['/network', 'network'],
  ['/timeline', 'timeline'],
  ['/map', 'map'],
  ['/holds', 'holds'],
] as const;

/** Which room the address is in; a finding's page is in the findings, a source in the sources. */
function roomOf(path: string): string {
  if (path.startsWith('/finding')) return '/findings';
  return path.startsWith('/source') ? '/sources' : path;
}

/** The masthead, the room, the foot; the keys that act everywhere. */
export function Frame() {
  const [keyring, showKeyring] = useState(false);
  const [reading, closeReading] = useNews();
  const navigate = useNavigate();
  useKeys({
    '/': () => void navigate({ to: '/search' }),
    '?': () => showKeyring(true),
    g: () => void navigate({ to: '/' }),
  });
  return (
    <>
      <a className="skip" href="#main">
        {t('frame.skip')}
      </a>
      <Masthead />
      <main id="main" className="wrap" tabIndex={-1}>
        <Outlet />
      </main>
      <ReadingNotice reading={reading} onClose={closeReading} />
      <Announcer />
      <DropPlace />
      <Foot onKeys={() => showKeyring(true)} />
      {keyring && <KeysDialog onClose={() => showKeyring(false)} />}
    </>
  );
}

function Masthead() {
  const room = useRouterState({ select: (state) => roomOf(state.location.pathname) });
  const title = useQuery(questions.case()).data?.title;
  const name = t(`rooms.${ROOMS.find(([to]) => to === room)?.[1] ?? 'search'}`);
  useEffect(() => {
    document.title = [name, title, 'Hearsay'].filter((part) => part).join(' · ');
  }, [name, title]);
  return (
    <header className="mast">
      <div className="wrap">
        <Link to="/" className="mark" dir="ltr" aria-label={t('frame.home')}>
          <i aria-hidden="true">“</i>‘Hearsay’<i aria-hidden="true">”</i>
        </Link>
        <nav className="rooms" aria-label={t('rooms.label')}>
          {ROOMS.map(([to, key]) => (
            <Link key={to} to={to} aria-current={to === room ? 'page' : undefined} activeProps={{}}>
              {t(`rooms.${key}`)}
            </Link>
          ))}
        </nav>
        <div className="tools">
          <Link to="/search" className="find" aria-label={t('frame.search')}>
            <span className="w">{t('frame.search')}</span>
            <kbd>/</kbd>
          </Link>
          <LanguageSwitch />
          <button type="button" className="plain" onClick={turnTheme}>
            {t('frame.theme')}
          </button>
        </div>
      </div>
    </header>
  );
}

/** Each language as it calls itself, so that whoever landed in a wrong one finds the way out. */
function LanguageSwitch() {
  return (
    <fieldset className="langs">
      <legend className="vh">{t('frame.language')}</legend>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          className="plain"
          lang={one}
          aria-pressed={one === language()}
          aria-label={`${SHORT_NAMES[one]}, ${LANGUAGE_NAMES[one]}`}
          title={LANGUAGE_NAMES[one]}
          onClick={() => void turnLanguage(one)}
        >
          {SHORT_NAMES[one]}
        </button>
      ))}
    </fieldset>
  );
}

const SHORT_NAMES: Record<Language, string> = { en: 'EN', tr: 'TR', ar: 'ع' };

function Announcer() {
  const { text, fault } = useAnnouncement();
  return (
    <div className={fault ? 'said fault' : 'said'} data-shown={text !== '' || undefined}>
      <span role="status" dir="auto">
        {text}
      </span>
    </div>
  );
}

const HINTS = [
  [['j', 'k'], 'nextPrevious'],
  [['o'], 'open'],
  [['a'], 'accept'],
  [['d'], 'dismiss'],
  [['n'], 'note'],
  [['u'], 'undo'],
] as const;

function Foot({ onKeys }: { onKeys: () => void }) {
  const about = useQuery(questions.case()).data;
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="keys">
          {HINTS.map(([caps, deed]) => (
            <span key={deed} className="pc">
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
              {t(`frame.${deed}`)}
            </span>
          ))}
          <button type="button" className="plain" onClick={onKeys}>
            <kbd>?</kbd> {t('frame.allKeys')}
          </button>
          <ReadFilesButton />
        </div>
        <p className="meta">
          {t('frame.local')} {about && <Say of="frame.case" with={{ title: <bdi>{about.title}</bdi> }} />}
          {language() !== 'en' && ` ${t('frame.english')}`}
        </p>
      </div>
    </footer>
  );
}
