package org.diaodu.lake;

/** Makes a value of one row. */
@FunctionalInterface
public interface RowReader<T> {
    T read(Row row);
}
