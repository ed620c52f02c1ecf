import { notify } from './page.js';

export async function uploadLogo(file) {
  const body = new FormData();
  body.append('logo', file);
  const response = await fetch('/api/logo', { method: 'PUT', body });
  if (response.status === 413) {
    notify('This picture is too large.');
    return;
  }
  // A 415 or a 502 has no address of a picture to offer.
  const { address } = await response.json();
  document.querySelector('#logo').src = address;
}
