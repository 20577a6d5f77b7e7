import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DeskFault } from './client.ts';
import { restoreLanguage } from './language/language.ts';
import { useLanguage } from './language/use-language.ts';
import { router } from './router.tsx';
import { restoreTheme } from './theme.ts';
import './style/tokens.css';
import './style/ground.css';
import './style/parts.css';
import './style/judge.css';
import './style/pictures.css';
import './style/front.css';
import './style/lists.css';
import './style/numbers.css';
import './style/timeline.css';
import './style/network.css';
import './style/origins.css';
import './style/map.css';
import './style/finding.css';
import './style/reader.css';
import './style/correct.css';
import './style/language.css';
import './style/narrow.css';

/** The case changes when files are read into it or somebody decides elsewhere: an answer is good for a moment. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 3000,
      // What the server refused it refuses again; what it did not answer is asked once more.
      retry: (failures, fault) =>
        failures < 1 && !(fault instanceof DeskFault && fault.code !== 'desk/no-answer'),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** Turned to another language, the whole desk is drawn anew: no sentence of the old one is left. */
function Desk() {
  return <RouterProvider key={useLanguage()} router={router} />;
}

function draw(): void {
  const place = document.getElementById('desk');
  if (!place) return;
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Desk />
      </QueryClientProvider>
    </StrictMode>,
  );
}

restoreTheme();
// A language that does not come is no reason to show nothing: English is there.
void restoreLanguage().then(draw, draw);
