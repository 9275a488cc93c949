package org.diaodu.lake;

/** Takes rows of whole numbers, one after another. */
@FunctionalInterface
public interface WholeSink {

    /** One row: as many values as there are columns. */
    void add(long... values);
}
