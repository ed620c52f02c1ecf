import { unwrap, type Node } from '../../syntax/nodes.js';
import { FileFacts } from '../facts.js';

/** Files that are shipped with a page and are not data: fonts, pictures, style sheets, wasm. */
const resources =
  /^(?![a-z][a-z\d+.-]*:|\/\/)[^?#]*\.(ttf|otf|woff2?|eot|wasm|css|png|jpe?g|gif|svg|webp|avif|ico|mp3|ogg|wav|glb|gltf|obj|frag|vert|glsl)([?#]|$)/i;

/** The literal address of a file of the package, where that is what a call asks for: `fetch('/fonts/inter.woff2')`. */
export function resourceOf({ file }: FileFacts, call: Node): Node | undefined {
  const address = call.type === 'CallExpression' ? call.arguments[0] : undefined;
  if (!address) return undefined;
  const value = file.constantValue(unwrap(address));
  return value.type === 'Literal' && typeof value.value === 'string' && resources.test(value.value)
    ? address
    : undefined;
}
