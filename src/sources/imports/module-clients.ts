import type { Client } from '../../models/index.js';
import { ClientObjects } from '../client-objects.js';
import { ClientReferences } from '../client-references.js';
import { clientsIn } from '../mention.js';
import type { Module } from './modules.js';

/** What the files that are read have of clients: their functions and their objects. */
export class ModuleClients {
  private readonly references = new WeakMap<Module, ClientReferences>();
  private readonly objects = new WeakMap<Module, ClientObjects>();

  constructor(private readonly clients: readonly Client[]) {}

  /** The functions of clients in a file. */
  referencesIn(module: Module): ClientReferences {
    let references = this.references.get(module);
    if (!references)
      this.references.set(module, (references = new ClientReferences(module.file, this.clientsIn(module))));
    return references;
  }

  /** The objects of clients in a file. */
  objectsIn(module: Module): ClientObjects {
    let objects = this.objects.get(module);
    if (!objects) this.objects.set(module, (objects = new ClientObjects(module.file, this.clientsIn(module))));
    return objects;
  }

  private readonly clientsIn = ({ file }: Module): readonly Client[] => clientsIn(file.source, this.clients);
}
