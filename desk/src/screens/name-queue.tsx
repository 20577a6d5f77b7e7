import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ProposalView, QueueReply } from '../../../src/server/api/names-queue.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { QuoteCard } from '../parts/quote-card.tsx';
import { questions, useJudgeNames } from '../queries.ts';
import { sayCount, sayNumber } from '../words/say-number.ts';
import { sayInstant } from '../words/say-time.ts';

const WORK_ASKED_MS = 2000;

/** Names that are probably one, a question at a time: yes, no, unsure; every judgement can be taken back. */
export function NameQueue() {
  const queries = useQueryClient();
  const found = useQuery({
    ...questions.nameQueue(),
    // While the case is worked out again, one asks now and then whether it is done.
    refetchInterval: ({ state }) => (state.data?.working ? WORK_ASKED_MS : false),
  });
  const working = found.data?.working ?? false;
  useEffect(() => {
    if (!working) void queries.invalidateQueries({ queryKey: ['identities'] });
  }, [working, queries]);
  const { data } = found;
  if (!data || (data.count === 0 && data.judgedCount === 0)) return null;
  return <Queue reply={data} />;
}

function Queue({ reply }: { reply: QueueReply }) {
  const { proposals, count, judgedCount, working } = reply;
  const [place, setPlace] = useState(0);
  const current = proposals[Math.min(place, proposals.length - 1)];
  const judge = useJudgeNames();
  const say = (says: 'positive' | 'negative' | 'unsure'): void => {
    if (current && !judge.isPending) judge.mutate({ a: current.a.id, b: current.b.id, says });
  };
  const undo = (): void => {
    if (judgedCount > 0) judge.mutate(null);
  };
  useKeys({
    y: () => say('positive'),
    n: () => say('negative'),
    x: () => say('unsure'),
    u: undo,
    j: () => setPlace(Math.max(0, Math.min(proposals.length - 1, place + 1))),
    k: () => setPlace(Math.max(0, place - 1)),
  });
  return (
    <section className="judging" aria-label={t('names.judge')}>
      <div className="open">
        <h2>{t('names.isOne')}</h2>
        <span className="meta" role="status">
          {working ? `${t('names.working')} ` : ''}
          {t('names.state', { proposed: sayNumber(count), judged: sayNumber(judgedCount) })}
        </span>
      </div>
      <div className="duo">
        {current ? (
          <Question key={`${current.a.id}${current.b.id}`} proposal={current} onSay={say} />
        ) : (
          <p className="meta">{t('names.allJudged')}</p>
        )}
        <div>
          <Following proposals={proposals} current={current} onChoose={setPlace} />
          <Judged reply={reply} onUndo={undo} />
        </div>
      </div>
    </section>
  );
}

interface QuestionProps {
  readonly proposal: ProposalView;
  readonly onSay: (says: 'positive' | 'negative' | 'unsure') => void;
}

function Question({ proposal, onSay }: QuestionProps) {
  const { a, b, chance, reasons, quotes } = proposal;
  return (
    <article className="ask">
      <p className="meta">{sayChance(chance)}</p>
      <h3 className="src">
        <bdi>{a.name}</bdi> <i>=</i> <bdi>{b.name}</bdi>
      </h3>
      <ul className="for">
        {reasons.map((reason) => (
          <li key={reason} dir="auto" lang="en">
            {reason}
          </li>
        ))}
      </ul>
      {quotes.map((quote) => (
        <QuoteCard key={`${quote.source.id}${quote.span.start}`} quote={quote} clash={false} />
      ))}
      <p className="row">
        <button type="button" className="btn go" onClick={() => onSay('positive')}>
          {t('names.yes')} <kbd>y</kbd>
        </button>
        <button type="button" className="btn" onClick={() => onSay('negative')}>
          {t('names.no')} <kbd>n</kbd>
        </button>
        <button type="button" className="btn" onClick={() => onSay('unsure')}>
          {t('names.unsure')} <kbd>x</kbd>
        </button>
      </p>
    </article>
  );
}

function sayChance(chance: number): string {
  const key = chance >= 0.9 ? 'names.veryLikely' : chance >= 0.7 ? 'names.likely' : 'names.possible';
  return t(key, { chance: chance.toFixed(2) });
}

interface FollowingProps {
  readonly proposals: readonly ProposalView[];
  readonly current: ProposalView | undefined;
  readonly onChoose: (place: number) => void;
}

function Following({ proposals, current, onChoose }: FollowingProps) {
  return (
    <ul className="queue">
      {proposals.map((proposal, place) => (
        <li key={`${proposal.a.id}${proposal.b.id}`}>
          <button type="button" aria-pressed={proposal === current} onClick={() => onChoose(place)}>
            <b className="src">
              <bdi>{proposal.a.name}</bdi> <i>=</i> <bdi>{proposal.b.name}</bdi>
            </b>
            <span className="meta">{sayChance(proposal.chance)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const SAYS = { positive: 'names.positive', negative: 'names.negative', unsure: 'names.left' } as const;

function knownSays(says: string): keyof typeof SAYS {
  return says === 'positive' || says === 'negative' ? says : 'unsure';
}

function Judged({ reply, onUndo }: { reply: QueueReply; onUndo: () => void }) {
  const { judged, judgedCount } = reply;
  if (judgedCount === 0) return null;
  return (
    <>
      <div className="open">
        <h2>{t('names.judged')}</h2>
        <button type="button" className="plain" onClick={onUndo}>
          <kbd>u</kbd> {t('names.undoLast')}
        </button>
      </div>
      <ul className="log">
        {judged.map(({ says, text, who, at }) => (
          <li key={`${at}${text}`}>
            <span className="meta">{sayInstant(at)}</span>{' '}
            <Say of={SAYS[knownSays(says)]} with={{ who: <bdi>{who}</bdi>, names: <bdi>{text}</bdi> }} />
          </li>
        ))}
      </ul>
      {judgedCount > judged.length && (
        <p className="meta">
          {t('names.lastOf', { n: sayNumber(judged.length), of: sayCount(judgedCount, 'judgement') })}
        </p>
      )}
    </>
  );
}
