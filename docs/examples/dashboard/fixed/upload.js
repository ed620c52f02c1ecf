import { notify } from './page.js';

export async function uploadLogo(file) {
  const body = new FormData();
  body.append('logo', file);
  const response = await fetch('/api/logo', { method: 'PUT', body });
  if (response.status === 413) {
    notify('This picture is too large.');
    return;
  }
  if (!response.ok) {
    notify('The picture could not be uploaded.');
    return;
  }
  const { address } = await response.json();
  document.querySelector('#logo').src = address;
}
