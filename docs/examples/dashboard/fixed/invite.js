import axios from 'axios';
import { notify } from './page.js';

export async function invite(email) {
  try {
    await axios.post('/api/invitations', { email });
    notify(`An invitation is on its way to ${email}.`);
  } catch (error) {
    notify(error.response?.data.message ?? 'You seem to be offline.');
  }
}
