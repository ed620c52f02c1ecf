// The one way in which this site makes elements.

type Child = Node | string;
type Properties<Tag extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[Tag], 'style'>>;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<Tag> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** An element of the page by its id; the page has it, or its template is wrong. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page lacks "${id}".`);
  return found;
}

/** A text with its `code` in elements of their own. */
export const withCode = (text: string): readonly Child[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part));
