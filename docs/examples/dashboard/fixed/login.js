import { notify } from './page.js';

export async function logIn(email, password) {
  try {
    const response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (response.status === 401) {
      notify('That e-mail address and password do not belong together.');
      return;
    }
    if (!response.ok) {
      notify('Logging in does not work at the moment. Please try again later.');
      return;
    }
    const session = await response.json();
    localStorage.setItem('token', session.token);
    notify(`Welcome, ${session.name}`);
  } catch {
    notify('You seem to be offline.');
  }
}
