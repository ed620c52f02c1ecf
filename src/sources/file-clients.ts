import type { Client } from '../models/index.js';
import { File } from '../syntax/file.js';
import { ClientObjects } from './client-objects.js';
import { ClientReferences } from './client-references.js';
import { clientsIn } from './mention.js';

/** What a file has of clients: their functions and their objects. */
export class FileClients {
  private readonly clients: readonly Client[];
  private functions?: ClientReferences;
  private made?: ClientObjects;

  private constructor(
    private readonly file: File,
    all: readonly Client[],
  ) {
    this.clients = clientsIn(file.source, all);
  }

  /** What a file has of these clients: whoever asks, it is looked for once. */
  static of(file: File, clients: readonly Client[]): FileClients {
    return file.once(clients, () => new FileClients(file, clients));
  }

  /** The functions of clients. */
  get references(): ClientReferences {
    return (this.functions ??= new ClientReferences(this.file, this.clients));
  }

  /** The objects of clients. */
  get objects(): ClientObjects {
    return (this.made ??= new ClientObjects(this.file, this.clients));
  }
}
