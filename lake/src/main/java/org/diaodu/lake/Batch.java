package org.diaodu.lake;

import org.jspecify.annotations.Nullable;

/** Some two thousand rows of a result, column by column; valid only while it is being read. */
public interface Batch {

    int rows();

    /** The names of the columns in order. */
    java.util.List<String> columns();

    /** The numbers of a column, NaN for null. */
    double[] reals(int column);

    /** The whole numbers of a column, {@code forNull} for null. */
    long[] wholes(int column, long forNull);

    /** The texts of a column. */
    @Nullable
    String[] texts(int column);

    /** Whether each cell of a column is true; false for null. */
    boolean[] flags(int column);
}
