import { type SyntheticEvent, useEffect, useRef } from 'react';
import { useSingleKeys } from '../keys.ts';

const KEYS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Everywhere',
    [
      ['/', 'search the case'],
      ['?', 'this list'],
      ['g', 'front page'],
      ['Esc', 'close, or leave what is open'],
    ],
  ],
  [
    'Findings',
    [
      ['j', 'next finding'],
      ['k', 'previous finding'],
      ['o', 'open it'],
      ['1 2 3', 'open a quote in the reader'],
      ['s', 'even or log scale'],
    ],
  ],
  [
    'Judge',
    [
      ['a', 'accept'],
      ['d', 'dismiss, with a reason'],
      ['n', 'note'],
      ['u', 'undo the last decision'],
    ],
  ],
  [
    'Reader',
    [
      ['j', 'next statement'],
      ['k', 'previous statement'],
      ['o', 'open the finding it is in'],
      ['e', 'correct the reading'],
      ['v', 'correct the voice'],
      ['m', 'make a statement of chosen words'],
      ['[', 'previous source'],
      [']', 'next source'],
    ],
  ],
  [
    'Names',
    [
      ['y', 'they are one'],
      ['n', 'they are two'],
      ['x', 'unsure: left open'],
      ['u', 'undo the last judgement'],
    ],
  ],
  [
    'Timeline, origins, network, map',
    [
      ['j k', 'next, previous mark, tie or place'],
      ['Enter', 'choose it: its quotes are shown'],
      ['o', 'open the quote in the reader'],
      ['[ ]', 'earlier, later days'],
      ['+ -', 'closer, farther'],
      ['0', 'all days; on the map, all places'],
      ['f', 'the next sort of ties'],
    ],
  ],
];

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
        <h2 id="keyring">Keys</h2>
        <button type="button" className="plain" onClick={leave}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      <div className="keyring-groups">
        {KEYS.map(([group, keys]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {keys.map(([key, deed]) => (
                <div key={deed}>
                  <dt>
                    {key.split(' ').map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </dt>
                  <dd>{deed}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
        Single letters act (turn this off if you dictate, or if they get in your way)
      </label>
    </dialog>
  );
}
