// mistake: a client that was told not to reject
import axios from 'axios';

export async function load(url) {
  const res = await axios.get(url, { validateStatus: () => true });
  return render(res.data);
}
