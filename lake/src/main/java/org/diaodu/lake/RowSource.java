package org.diaodu.lake;

/** Gives the rows to be written; if it throws, nothing is written. */
@FunctionalInterface
public interface RowSource {
    void writeTo(RowSink sink);
}
