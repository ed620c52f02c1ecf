// The little of the page that the other modules need.

export function notify(text) {
  document.querySelector('#notice').textContent = text;
}

export function fill(selector, rows) {
  document.querySelector(selector).replaceChildren(
    ...rows.map((row) => {
      const item = document.createElement('li');
      item.id = `project-${row.id}`;
      item.textContent = row.name;
      return item;
    }),
  );
}
