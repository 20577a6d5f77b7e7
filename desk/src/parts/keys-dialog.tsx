import { type SyntheticEvent, useEffect, useRef } from 'react';
import { useSingleKeys } from '../keys.ts';
import { t } from '../language/language.ts';

const KEYS = [
  [
    'everywhere',
    [
      ['/', 'search'],
      ['?', 'list'],
      ['g', 'front'],
      ['Esc', 'leave'],
    ],
  ],
  [
    'findings',
    [
      ['j', 'nextFinding'],
      ['k', 'previousFinding'],
      ['o', 'openIt'],
      ['1 2 3', 'openQuote'],
      ['s', 'scale'],
    ],
  ],
  [
    'judge',
    [
      ['a', 'accept'],
      ['d', 'dismiss'],
      ['n', 'note'],
      ['u', 'undo'],
    ],
  ],
  [
    'reader',
    [
      ['j', 'nextStatement'],
      ['k', 'previousStatement'],
      ['o', 'openFinding'],
      ['e', 'correct'],
      ['v', 'voice'],
      ['m', 'mark'],
      ['[', 'previousSource'],
      [']', 'nextSource'],
    ],
  ],
  [
    'names',
    [
      ['y', 'one'],
      ['n', 'two'],
      ['x', 'unsure'],
      ['u', 'undoJudgement'],
    ],
  ],
  [
    'rooms',
    [
      ['j k', 'marks'],
      ['Enter', 'choose'],
      ['o', 'openHere'],
      ['[ ]', 'days'],
      ['+ -', 'zoom'],
      ['0', 'all'],
      ['f', 'ties'],
    ],
  ],
] as const;

/** All keys, and the switch that turns single letters off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, turn] = useSingleKeys();
  useEffect(() => dialog.current?.showModal(), []);
  // Told at once and not by the dialog's own `close`, which comes later: a key pressed meanwhile would be lost.
  const leave = (event: SyntheticEvent) => {
    event.preventDefault();
    dialog.current?.close();
    onClose();
  };
  return (
    <dialog ref={dialog} className="keyring" aria-labelledby="keyring" onCancel={leave}>
      <div className="open">
        <h2 id="keyring">{t('keys.title')}</h2>
        <button type="button" className="plain" onClick={leave}>
          {t('keys.close')} <kbd>Esc</kbd>
        </button>
      </div>
      <div className="keyring-groups">
        {KEYS.map(([group, keys]) => (
          <section key={group}>
            <h3>{t(`keys.${group}`)}</h3>
            <dl>
              {keys.map(([key, deed]) => (
                <div key={deed}>
                  <dt>
                    {key.split(' ').map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </dt>
                  <dd>{t(`keys.${deed}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
        {t('keys.letters')}
      </label>
    </dialog>
  );
}
