package org.assent.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sends the ledger along with every transaction that is begun. */
@Component
class EveryTransaction implements TransactionExecutionListener {

    /** Not at once: the ledger itself needs the transactions that this listens to. */
    private final ObjectProvider<Ledger> ledger;

    EveryTransaction(ObjectProvider<Ledger> ledger) {
        this.ledger = ledger;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null
                && transaction.isNewTransaction()
                && !transaction.isReadOnly()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            ledger.getObject().follow();
        }
    }
}
