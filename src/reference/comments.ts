import { join } from 'node:path'
import ts from 'typescript'

/** What the source says about a command and its packet. */
export interface Comments {
  /** The doc comment of a definition, in one line. */
  readonly definition: (name: string) => string
  /** What the doc comment of a definition tells to see. */
  readonly see: (name: string) => ReadonlyArray<string>
  /** The name of the ways to answer a command: `Acknowledge`. */
  readonly reply: (name: string) => string
  /** The fields of the packet of a definition. */
  readonly packet: (name: string) => FieldComments
  /** The fields of an element of a message, by the name of its codec. */
  readonly element: (name: string) => FieldComments
}

/** The comments on the fields of an object, or of each object in a list. */
export interface FieldComments {
  readonly of: (field: string) => string
  readonly within: (field: string) => FieldComments
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const inWords = (parts: Array<ts.SymbolDisplayPart> | undefined): string => oneLine(ts.displayPartsToString(parts))

const projectOf = (root: string): ts.Program => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile.bind(ts.sys)) as { config: object }
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ['src/index.ts'] }, ts.sys, root)
  return ts.createProgram([join(root, 'src/index.ts')], options)
}

/** Reads the comments of the library as an editor does for its hovers. `root` is the folder of the package. */
export const readComments = (root: string): Comments => {
  const program = projectOf(root)
  const checker = program.getTypeChecker()
  const index = program.getSourceFile(join(root, 'src/index.ts'))
  const door = index && checker.getSymbolAtLocation(index)
  if (door === undefined) throw new Error('The library has no door')
  const exports = new Map(checker.getExportsOfModule(door).map((symbol) => [symbol.name, symbol]))

  const exported = (name: string): ts.Symbol => {
    const symbol = exports.get(name)
    if (symbol === undefined) throw new Error(`The library does not export ${name}`)
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  }

  const fieldsOf = (type: ts.Type): FieldComments => {
    const fieldOf = (name: string): ts.Symbol => {
      const field = type.getProperty(name)
      if (field === undefined) throw new Error(`${checker.typeToString(type)} has no field ${name}`)
      return field
    }
    return {
      of: (name) => inWords(fieldOf(name).getDocumentationComment(checker)),
      within: (name) => {
        const inner = checker.getNonNullableType(checker.getTypeOfSymbol(fieldOf(name)))
        return fieldsOf(inner.getNumberIndexType() ?? inner)
      }
    }
  }

  return {
    definition: (name) => inWords(exported(name).getDocumentationComment(checker)),
    see: (name) =>
      exported(name)
        .getJsDocTags(checker)
        .flatMap((tag) => (tag.name === 'see' ? [inWords(tag.text)] : [])),
    reply: (name) => {
      const reply = checker.getTypeOfSymbol(exported(name)).getProperty('reply')
      const [signature] = reply === undefined ? [] : checker.getTypeOfSymbol(reply).getCallSignatures()
      if (signature === undefined) throw new Error(`${name} has no reply`)
      const ways = signature.getReturnType()
      return (ways.aliasSymbol ?? ways.symbol).name
    },
    packet: (name) => fieldsOf(checker.getDeclaredTypeOfSymbol(exported(`${name}Packet`))),
    element: (name) => fieldsOf(checker.getDeclaredTypeOfSymbol(exported(name)))
  }
}
