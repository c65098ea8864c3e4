import { useState } from 'react';

/** The faked sign-in of ../express-tokens. */
export function SignIn({ onSignedIn }: { readonly onSignedIn: (user: string) => void }) {
  const [failed, setFailed] = useState(false);
  const signIn = async (user: string) => {
    const response = await fetch(`/sign-in/${user}`, { method: 'POST' }).catch(() => null);
    setFailed(!response?.ok);
    if (response?.ok) onSignedIn(user);
  };
  return (
    <main>
      <h1>Who are you?</h1>
      {['anna', 'bertil'].map((user) => (
        <button key={user} type="button" onClick={() => void signIn(user)}>
          {user}
        </button>
      ))}
      {failed && <p role="alert">That did not work. Does the back end run?</p>}
    </main>
  );
}
