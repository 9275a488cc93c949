package org.diaodu.lake;

import org.jspecify.annotations.Nullable;

/** Takes the rows of a version being written, one call a row, values in the order of the table's columns. */
public interface RowSink {

    /**
     * Adds a row. A text column takes a String, real and decimal a Number, whole an integral Number, flag a Boolean,
     * date a LocalDate; any takes null. Anything else is a fault and the version is not written.
     */
    void add(@Nullable Object... values);
}
