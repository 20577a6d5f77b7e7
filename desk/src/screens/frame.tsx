import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAnnouncement } from '../announcer.ts';
import { useKeys } from '../keys.ts';
import { DropPlace, ReadFilesButton, ReadingNotice } from '../parts/drop-place.tsx';
import { KeysDialog } from '../parts/keys-dialog.tsx';
import { questions } from '../queries.ts';
import { turnTheme } from '../theme.ts';
import { useNews } from '../use-news.ts';

const ROOMS = [
  ['/', 'Front page'],
  ['/findings', 'Findings'],
  ['/sources', 'Sources'],
  ['/numbers', 'Numbers'],
  ['/names', 'Names'],
  ['/origins', 'Origins'],
  ['/network', 'Network'],
  ['/timeline', 'Timeline'],
  ['/map', 'Map'],
  ['/holds', 'What holds'],
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
        Skip to the text
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
  const name = ROOMS.find(([to]) => to === room)?.[1] ?? 'Search';
  useEffect(() => {
    document.title = [name, title, 'Hearsay'].filter((part) => part).join(' · ');
  }, [name, title]);
  return (
    <header className="mast">
      <div className="wrap">
        <Link to="/" className="mark" aria-label="Hearsay, front page">
          <i aria-hidden="true">“</i>‘Hearsay’<i aria-hidden="true">”</i>
        </Link>
        <nav className="rooms" aria-label="Rooms of the desk">
          {ROOMS.map(([to, label]) => (
            <Link key={to} to={to} aria-current={to === room ? 'page' : undefined} activeProps={{}}>
              {label}
            </Link>
          ))}
        </nav>
        <div className="tools">
          <Link to="/search" className="find" aria-label="Search the case">
            <span className="w">Search the case</span>
            <kbd>/</kbd>
          </Link>
          <button type="button" className="plain" onClick={turnTheme}>
            Light / dark
          </button>
        </div>
      </div>
    </header>
  );
}

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

const HINTS: readonly (readonly [readonly string[], string])[] = [
  [['j', 'k'], 'next, previous'],
  [['o'], 'open'],
  [['a'], 'accept'],
  [['d'], 'dismiss'],
  [['n'], 'note'],
  [['u'], 'undo'],
];

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
              {deed}
            </span>
          ))}
          <button type="button" className="plain" onClick={onKeys}>
            <kbd>?</kbd> all keys
          </button>
          <ReadFilesButton />
        </div>
        <p className="meta">
          Nothing leaves this machine.
          {about && (
            <>
              {' '}
              Case <bdi>{about.title}</bdi>.
            </>
          )}
        </p>
      </div>
    </footer>
  );
}
