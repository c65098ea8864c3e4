// Registers the elements; the second import is types alone.
import '@leadstage/sdk/elements/define';
import type { Question } from '@leadstage/sdk/elements';
import type {} from '@leadstage/sdk/elements/react';
import { useState } from 'react';
import { SignIn } from './sign-in.js';

const url = import.meta.env.VITE_LEADSTAGE_URL ?? 'http://127.0.0.1:4000/graphql';
const PERIODS = { 'last-3-months': '3 months', 'last-12-months': '12 months', 'last-36-months': '3 years' };
const FIRST: Question = { period: 'last-12-months', filter: {} };

export function App() {
  const [user, setUser] = useState<string | null>(null);
  const [question, setQuestion] = useState(FIRST);
  const [unit, setUnit] = useState<'LEAD' | 'ACCOUNT'>('LEAD');
  if (user === null) return <SignIn onSignedIn={setUser} />;

  return (
    <main>
      <header>
        <h1>Leads</h1>
        <nav aria-label="Period">
          {Object.entries(PERIODS).map(([period, name]) => (
            <button
              key={period}
              type="button"
              aria-pressed={period === question.period}
              onClick={() => setQuestion({ ...question, period })}
            >
              {name}
            </button>
          ))}
        </nav>
        <label>
          <input
            type="checkbox"
            checked={unit === 'ACCOUNT'}
            onChange={({ target }) => setUnit(target.checked ? 'ACCOUNT' : 'LEAD')}
          />
          Count companies
        </label>
      </header>
      <leadstage-reports
        url={url}
        tokenUrl="/leadstage-token"
        period={question.period}
        filter={question.filter}
        onleadstage-question={(event) => {
          // React keeps the question here, and gives it back as properties.
          event.preventDefault();
          setQuestion(event.question);
        }}
      >
        <leadstage-controls filterBy="source" />
        <leadstage-funnel by="source" unit={unit} />
      </leadstage-reports>
    </main>
  );
}
