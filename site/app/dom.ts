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

const isBalanced = (code: string): boolean => code.split(/[([{]/).length === code.split(/[)\]}]/).length;

/** A text with its `code` in elements of their own; the code may have such marks itself, in brackets. */
export function withCode(text: string): readonly Child[] {
  const [before = '', ...rest] = text.split('`');
  const children: Child[] = [before];
  while (rest.length > 0) {
    let count = 1;
    while (count < rest.length && !isBalanced(rest.slice(0, count).join('`'))) count++;
    // Code that was cut short never closes its brackets.
    const length = count < rest.length ? count : 1;
    children.push(element('code', {}, rest.splice(0, length).join('`')), rest.shift() ?? '');
  }
  return children;
}
