package org.diaodu.policy.command;

import java.nio.file.Path;
import org.diaodu.policy.book.BookReading;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.ShippedBook;
import org.jspecify.annotations.Nullable;

/** The folder of clauses a command is given, or the clauses shipped with the platform. */
final class BookFolder {

    private BookFolder() {}

    static BookReading reading(@Nullable Path folder) {
        return BookReading.of(folder == null ? ShippedBook.folder() : folder);
    }

    static PolicyBook book(@Nullable Path folder) {
        return PolicyBook.read(folder == null ? ShippedBook.folder() : folder);
    }
}
