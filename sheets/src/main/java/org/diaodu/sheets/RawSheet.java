package org.diaodu.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet one after another, blank ones left out. */
interface RawSheet extends Closeable {

    /** The sheet's name; null in csv. */
    @Nullable
    String name();

    /** The next row that holds anything, or null at the end. */
    @Nullable
    RawRow next() throws IOException, Refusal;

    /** The merged areas as A1:C2; complete after the last row. */
    default List<String> merges() {
        return List.of();
    }

    /** Whether a row may hold no more cells than there are headings, as in csv where one too many is a stray comma. */
    boolean strictWidth();
}
