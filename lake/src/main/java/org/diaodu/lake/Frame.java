package org.diaodu.lake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole result held in arrays, one for each column; texts that repeat are kept once. */
public final class Frame {

    private final int rows;
    private final List<String> names;
    private final List<FrameColumn> columns;
    private final Map<String, Integer> positions = new HashMap<>();

    Frame(int rows, List<String> names, List<FrameColumn> columns) {
        this.rows = rows;
        this.names = List.copyOf(names);
        this.columns = List.copyOf(columns);
        for (int i = 0; i < names.size(); i++) {
            positions.put(names.get(i), i);
        }
    }

    public int rows() {
        return rows;
    }

    public List<String> columns() {
        return names;
    }

    public boolean has(String column) {
        return positions.containsKey(column);
    }

    /** The numbers of a column, NaN for null. The array is the frame's own: do not change it. */
    public double[] reals(String column) {
        return column(column).reals(rows);
    }

    /** The whole numbers of a column, {@link Long#MIN_VALUE} for null. */
    public long[] wholes(String column) {
        return column(column).wholes(rows);
    }

    /** For each row the position of its text in {@link #dictionary}, −1 for null. */
    public int[] codes(String column) {
        return column(column).codes(rows);
    }

    /** The distinct texts of a column, in no particular order. The array is the frame's own. */
    public String[] dictionary(String column) {
        return column(column).dictionary(rows);
    }

    /** The texts of a column. */
    public @Nullable String[] texts(String column) {
        return column(column).texts(rows);
    }

    private FrameColumn column(String name) {
        Integer at = positions.get(name);
        if (at == null) {
            throw new LakeFault(
                    "lake.no-column",
                    "结果中没有列“" + name + "”，现有列：" + names + "。",
                    "the result has no column \"" + name + "\"; it has " + names + ".");
        }
        return columns.get(at);
    }
}
