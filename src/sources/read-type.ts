import type { TSESTree } from '@typescript-eslint/utils';
import {
  declaringTypes,
  isBuiltOnFirst,
  plainResponse,
  statusesOfGroup,
  statusTypes,
  typeModules,
} from '../models/declared-types.js';
import { StatusSet } from '../status/index.js';
import { keyName, type Node } from '../syntax/nodes.js';
import { annotationOf, moduleOfImport, namedType, typeArgumentsOf } from '../syntax/type-names.js';
import type { Variable, Variables } from '../syntax/variables.js';
import { all, both, either, keysOf, type Reading } from './reading.js';

/** What the parameters of the generic types around a place stand for. */
type Given = ReadonlyMap<Variable, { readonly type: Node; readonly given: Given }>;

const nothingGiven: Given = new Map();

/** How many types one reading may look at: types can be made of one another without end. */
const most = 1000;

/** Reads one type, and what it is made of in this file. */
export class TypeReader {
  private seen = 0;

  constructor(
    private readonly file: Variables,
    /** Whether a name is that of a function that makes requests: `typeof fetch`. */
    private readonly isRequest: (name: string) => boolean,
  ) {}

  read(type: Node | undefined, given: Given = nothingGiven): Reading {
    if (!type) return undefined;
    if (++this.seen > most) return 'elsewhere';
    switch (type.type) {
      case 'TSUnionType':
        return either(type.types.map((one) => this.read(one, given)));
      case 'TSIntersectionType':
        return both(type.types.map((one) => this.read(one, given)));
      case 'TSTypeReference':
        return this.readNamed(type, type.typeName, given);
      case 'TSImportType':
        return this.readImport(type, given);
      case 'TSTypeLiteral':
        return this.readMembers(type.members, given);
      case 'TSTypeQuery':
        return this.readQuery(type);
      default:
        return this.readPart(type, given);
    }
  }

  /** Types that hold others, and those that are words of the language. */
  private readPart(type: Node, given: Given): Reading {
    switch (type.type) {
      case 'TSArrayType':
        return this.read(type.elementType, given);
      case 'TSTupleType':
        return either(type.elementTypes.map((one) => this.read(one, given)));
      case 'TSNamedTupleMember':
        return this.read(type.elementType, given);
      case 'TSOptionalType':
      case 'TSRestType':
        return this.read(type.typeAnnotation, given);
      case 'TSTypeOperator':
        return type.operator === 'readonly' ? this.read(type.typeAnnotation, given) : 'elsewhere';
      case 'TSNullKeyword':
      case 'TSUndefinedKeyword':
      case 'TSVoidKeyword':
      case 'TSNeverKeyword':
        return StatusSet.empty;
      case 'TSAnyKeyword':
      case 'TSUnknownKeyword':
        return 'plain';
      case 'TSIndexedAccessType':
      case 'TSConditionalType':
      case 'TSMappedType':
      case 'TSInferType':
      case 'TSThisType':
        return 'elsewhere';
      default:
        return undefined;
    }
  }

  private readNamed(node: Node, name: Node, given: Given): Reading {
    const named = namedType(this.file, name);
    switch (named.kind) {
      case 'global':
        if (isBuiltOnFirst(named.name)) return this.read(typeArgumentsOf(node)[0], given);
        return named.name === plainResponse ? 'plain' : 'elsewhere';
      case 'imported':
        return this.readExport(node, named.module, named.name, given);
      case 'local':
        return this.readLocal(node, named.variable, given);
      case 'member':
        return 'elsewhere';
    }
  }

  /** `import('typed-http-status').ResponseOf<…>`. */
  private readImport(node: TSESTree.TSImportType, given: Given): Reading {
    const { qualifier } = node;
    return qualifier?.type === 'Identifier'
      ? this.readExport(node, moduleOfImport(node), qualifier.name, given)
      : 'elsewhere';
  }

  private readExport(node: Node, module: string, name: string, given: Given): Reading {
    if (name === plainResponse) return 'plain';
    const declaring = typeModules.includes(module) ? declaringTypes.get(name) : undefined;
    if (!declaring) return 'elsewhere';
    const [first, second] = typeArgumentsOf(node);
    if (declaring.by === 'map') return this.readMap(first, given);
    if (declaring.by === 'group') return both([this.read(first, given), this.readStatuses(second, given)]);
    return first ? this.readStatuses(first, given) : (declaring.otherwise ?? 'plain');
  }

  /** A type alias, an interface or a type parameter of this file. */
  private readLocal(node: Node, variable: Variable, given: Given): Reading {
    if (++this.seen > most) return 'elsewhere';
    const bound = given.get(variable);
    if (bound) return this.read(bound.type, bound.given);
    const readings = variable.defs.map(({ node: definition }): Reading => {
      switch ((definition as Node).type) {
        case 'TSTypeAliasDeclaration':
          return this.read(...this.inside(definition as TSESTree.TSTypeAliasDeclaration, node, given));
        case 'TSInterfaceDeclaration':
          return this.readInterface(definition as TSESTree.TSInterfaceDeclaration, node, given);
        default:
          return 'elsewhere';
      }
    });
    return both(readings);
  }

  /** What a generic alias is, with what its parameters stand for where it is used. */
  private inside(alias: TSESTree.TSTypeAliasDeclaration, use: Node, given: Given): [Node, Given] {
    return [alias.typeAnnotation, this.giving(alias.typeParameters, use, given)];
  }

  private giving(parameters: TSESTree.TSTypeParameterDeclaration | undefined, use: Node, given: Given): Given {
    if (!parameters) return nothingGiven;
    const types = typeArgumentsOf(use);
    return new Map(
      parameters.params.flatMap(({ name, default: fallback }, i) => {
        const variable = this.file.variable(name);
        const type = types[i] ?? fallback;
        return variable && type ? [[variable, { type, given: types[i] ? given : nothingGiven }] as const] : [];
      }),
    );
  }

  private readInterface(node: TSESTree.TSInterfaceDeclaration, use: Node, given: Given): Reading {
    const inner = this.giving(node.typeParameters, use, given);
    const inherited = node.extends.map((base) => this.readNamed(base, base.expression, inner));
    return both([...inherited, this.readMembers(node.body.body, inner)]);
  }

  /** `{ status: 200 | 404; … }`. */
  private readMembers(members: readonly TSESTree.TypeElement[], given: Given): Reading {
    const status = members.find((member) => member.type === 'TSPropertySignature' && keyName(member) === 'status');
    const reading = status && this.readStatuses(annotationOf(status), given);
    return reading === 'plain' ? undefined : reading;
  }

  /** `typeof fetch`. */
  private readQuery({ exprName }: TSESTree.TSTypeQuery): Reading {
    const last = exprName.type === 'TSQualifiedName' ? exprName.right : exprName;
    return last.type === 'Identifier' && this.isRequest(last.name) ? 'plain' : 'elsewhere';
  }

  /** A type of numbers, or of groups. */
  private readStatuses(type: Node | undefined, given: Given): Reading {
    if (!type || ++this.seen > most) return 'elsewhere';
    switch (type.type) {
      case 'TSUnionType':
        return either(type.types.map((one) => this.readStatuses(one, given)));
      case 'TSLiteralType': {
        const value = type.literal.type === 'Literal' ? type.literal.value : undefined;
        if (typeof value === 'number') return StatusSet.of(value);
        return (typeof value === 'string' ? statusesOfGroup(value) : undefined) ?? 'elsewhere';
      }
      case 'TSNumberKeyword':
      case 'TSAnyKeyword':
        return 'plain';
      case 'TSTypeReference':
        return this.readNamedStatuses(type, given);
      default:
        return 'elsewhere';
    }
  }

  private readNamedStatuses(type: TSESTree.TSTypeReference, given: Given): Reading {
    const named = namedType(this.file, type.typeName);
    if (named.kind === 'imported') {
      return (typeModules.includes(named.module) ? statusTypes.get(named.name) : undefined) ?? 'elsewhere';
    }
    if (named.kind !== 'local') return 'elsewhere';
    const bound = given.get(named.variable);
    if (bound) return this.readStatuses(bound.type, bound.given);
    const alias = named.variable.defs[0]?.node as Node | undefined;
    return alias?.type === 'TSTypeAliasDeclaration'
      ? this.readStatuses(...this.inside(alias, type, given))
      : 'elsewhere';
  }

  /** The map of `ResponseOf`, written out or by its name. */
  private readMap(type: Node | undefined, given: Given): Reading {
    if (!type || ++this.seen > most) return 'elsewhere';
    if (type.type === 'TSTypeLiteral') return keysOf(type.members);
    if (type.type === 'TSIntersectionType') return all(type.types.map((one) => this.readMap(one, given)));
    if (type.type !== 'TSTypeReference') return 'elsewhere';
    const named = namedType(this.file, type.typeName);
    if (named.kind !== 'local') return 'elsewhere';
    const bound = given.get(named.variable);
    if (bound) return this.readMap(bound.type, bound.given);
    return all(named.variable.defs.map(({ node }) => this.readDeclaredMap(node, type, given)));
  }

  private readDeclaredMap(node: Node, use: Node, given: Given): Reading {
    if (node.type === 'TSTypeAliasDeclaration') return this.readMap(...this.inside(node, use, given));
    return node.type === 'TSInterfaceDeclaration' && node.extends.length === 0 ? keysOf(node.body.body) : 'elsewhere';
  }
}
