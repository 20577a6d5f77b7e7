import type { ReactNode } from 'react';
import { DeskFault } from '../client.ts';
import { t } from '../language/language.ts';

/** What happened, in the server's words, and a way to try again. */
export function FaultNotice({ fault, onRetry }: { fault: Error; onRetry?: () => void }) {
  const code = fault instanceof DeskFault ? fault.code : 'desk/fault';
  const said = fault instanceof DeskFault ? fault.message : t('notice.undrawn');
  return (
    <div className="fault" role="alert">
      <b>{t('notice.fault')}</b>
      <p dir="auto">{said}</p>
      <p className="row">
        {onRetry && (
          <button type="button" className="btn" onClick={onRetry}>
            {t('notice.retry')}
          </button>
        )}
        <span className="meta">{code}</span>
      </p>
    </div>
  );
}

/** An empty state: what there is none of, and what to do. */
export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <b>{title}</b>
      {children}
    </div>
  );
}

/** While an answer is on its way. It says so only after a moment, so that quick answers do not flicker. */
export function Waiting() {
  return (
    <p className="waiting" role="status">
      {t('notice.waiting')}
    </p>
  );
}
