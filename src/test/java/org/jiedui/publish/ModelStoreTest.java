package org.jiedui.publish;

/** The contract on the model, which is what most faults are tried on. */
class ModelStoreTest extends StoreContract {
  @Override
  Store fresh() {
    return new ModelStore();
  }
}
