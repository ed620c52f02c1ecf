// Files for a bench without the corpus: modules of an ordinary shape, of which every eighth calls fetch.
const plain = (n) => `
export function format${n}(items, { separator = ', ', limit = 10 } = {}) {
  const seen = new Map();
  for (const item of items) {
    if (!item || seen.size >= limit) continue;
    const key = String(item.key ?? item.id ?? ${n});
    seen.set(key, (seen.get(key) ?? 0) + item.count);
  }
  return [...seen].map(([key, count]) => \`\${key}: \${count}\`).join(separator);
}
`;

const fetching = (n) => `
export async function load${n}(id, options) {
  try {
    const response = await fetch(\`/api/items/\${id}\`, options);
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(\`HTTP \${response.status}\`);
    return await response.json();
  } catch (error) {
    console.error(error);
    throw error;
  }
}
`;

const many = (count, text) => Array.from({ length: count }, (_, n) => text(n)).join('');

export const generatedFiles = () =>
  Array.from({ length: 160 }, (_, n) => ({
    path: `generated/${n}.js`,
    code: n % 8 === 0 ? many(15, plain) + many(3, fetching) : many(20, plain),
  }));
