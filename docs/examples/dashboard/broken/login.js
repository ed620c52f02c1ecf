import { notify } from './page.js';

export async function logIn(email, password) {
  try {
    const response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    // A wrong password is a 401 with a body of its own: "Welcome, undefined".
    const session = await response.json();
    localStorage.setItem('token', session.token);
    notify(`Welcome, ${session.name}`);
  } catch {
    notify('You seem to be offline.');
  }
}
