import axios from 'axios';
import { notify } from './page.js';

export async function invite(email) {
  try {
    await axios.post('/api/invitations', { email });
    notify(`An invitation is on its way to ${email}.`);
  } catch (error) {
    // axios rejects on a 422, and without a network: then there is no response to read.
    notify(error.response.data.message);
  }
}
