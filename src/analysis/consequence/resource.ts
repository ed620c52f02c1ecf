import { unwrap, type Node } from '../../syntax/nodes.js';
import { FileFacts } from '../facts.js';

/** Files that are shipped with a page and are not data: fonts, pictures, style sheets, wasm. */
const resources =
  /^(?![a-z][a-z\d+.-]*:|\/\/)[^?#]*\.(ttf|otf|woff2?|eot|wasm|css|png|jpe?g|gif|svg|webp|avif|ico|dic|aff|mp3|ogg|wav|glb|gltf|obj|frag|vert|glsl)([?#]|$)/i;

/** The same behind a host that the program is configured with, of what cannot be taken for another file: `${assets}/inter.ttf`. */
const decoded = /^[^?#]*\/[^?#]*\.(ttf|otf|woff2?|eot|wasm)([?#]|$)/i;

/** The literal address of a file of the package, where that is what a call asks for: `fetch('/fonts/inter.woff2')`. */
export function resourceOf({ file }: FileFacts, call: Node): Node | undefined {
  const address = call.type === 'CallExpression' ? call.arguments[0] : undefined;
  if (!address) return undefined;
  return isResource(file.constantValue(unwrap(address))) ? address : undefined;
}

function isResource(address: Node): boolean {
  switch (address.type) {
    case 'Literal':
      return typeof address.value === 'string' && resources.test(address.value);
    case 'TemplateLiteral': {
      const [first, ...more] = address.quasis.map(({ value }) => value.raw);
      return first === '' && decoded.test(more.at(-1) ?? '');
    }
    case 'BinaryExpression':
      return (
        address.operator === '+' &&
        address.left.type !== 'Literal' &&
        address.right.type === 'Literal' &&
        decoded.test(String(address.right.value))
      );
    default:
      return false;
  }
}
