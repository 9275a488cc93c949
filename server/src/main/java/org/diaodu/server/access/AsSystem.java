package org.diaodu.server.access;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs the platform's own jobs (loading, sweeping, signing in) with every row in reach, under a named reason. */
public final class AsSystem {

    private AsSystem() {}

    /**
     * Runs work as the platform. Transactions must begin inside, since a transaction's scope is set once
     * when it begins.
     */
    public static <T> T call(String reason, Supplier<T> work) {
        boolean already = Callers.ACTING.isBound() && Callers.ACTING.get().isSystem();
        if (!already && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("AC04 a transaction of another scope is open, reason \"" + reason
                    + "\". Maybe begin the transaction inside AsSystem.");
        }
        return ScopedValue.where(Callers.ACTING, Caller.system(reason)).call(work::get);
    }

    /** As {@link #call} for work without a result. */
    public static void run(String reason, Runnable work) {
        call(reason, () -> {
            work.run();
            return true;
        });
    }
}
