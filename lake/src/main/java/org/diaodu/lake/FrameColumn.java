package org.diaodu.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One growing column of a frame. What a column cannot give is a fault. */
sealed interface FrameColumn {

    void append(Batch batch, int column, int at);

    default double[] reals(int rows) {
        throw wrongType("numbers");
    }

    default long[] wholes(int rows) {
        throw wrongType("whole numbers");
    }

    default int[] codes(int rows) {
        throw wrongType("texts");
    }

    default String[] dictionary(int rows) {
        throw wrongType("texts");
    }

    default @Nullable String[] texts(int rows) {
        throw wrongType("texts");
    }

    private LakeFault wrongType(String asked) {
        String is = getClass().getSimpleName();
        return new LakeFault(
                "lake.column-type",
                "列的类型是 " + is + "，不能按 " + asked + " 读取。建议：在 SQL 中用 CAST 转换。",
                "the column is of kind " + is + ", " + asked + " were asked for. Maybe CAST it in the SQL.");
    }

    /** Room for twice as much when there is not enough. */
    private static int room(int have, int need) {
        return Math.max(need, have * 2);
    }

    /** Numbers, NaN for null. */
    final class Reals implements FrameColumn {
        private double[] values = new double[2048];

        @Override
        public void append(Batch batch, int column, int at) {
            double[] more = batch.reals(column);
            if (at + more.length > values.length) {
                values = Arrays.copyOf(values, room(values.length, at + more.length));
            }
            System.arraycopy(more, 0, values, at, more.length);
        }

        @Override
        public double[] reals(int rows) {
            values = values.length == rows ? values : Arrays.copyOf(values, rows);
            return values;
        }
    }

    /** Whole numbers, the least long for null. */
    final class Wholes implements FrameColumn {
        private long[] values = new long[2048];

        @Override
        public void append(Batch batch, int column, int at) {
            long[] more = batch.wholes(column, Long.MIN_VALUE);
            if (at + more.length > values.length) {
                values = Arrays.copyOf(values, room(values.length, at + more.length));
            }
            System.arraycopy(more, 0, values, at, more.length);
        }

        @Override
        public double[] reals(int rows) {
            double[] reals = new double[rows];
            Arrays.setAll(reals, i -> values[i] == Long.MIN_VALUE ? Double.NaN : values[i]);
            return reals;
        }

        @Override
        public long[] wholes(int rows) {
            values = values.length == rows ? values : Arrays.copyOf(values, rows);
            return values;
        }
    }

    /** Texts that mostly differ, kept as they are; coded only when asked. */
    final class Texts implements FrameColumn {
        private @Nullable String[] values = new String[2048];
        private int @Nullable [] codes;
        private String[] words = new String[0];

        @Override
        public void append(Batch batch, int column, int at) {
            @Nullable String[] more = batch.texts(column);
            if (at + more.length > values.length) {
                values = Arrays.copyOf(values, room(values.length, at + more.length));
            }
            System.arraycopy(more, 0, values, at, more.length);
        }

        @Override
        public synchronized int[] codes(int rows) {
            if (codes == null) {
                Map<String, Integer> known = new HashMap<>();
                List<String> found = new ArrayList<>();
                int[] coded = new int[rows];
                for (int i = 0; i < rows; i++) {
                    String text = values[i];
                    if (text != null && known.putIfAbsent(text, found.size()) == null) {
                        found.add(text);
                    }
                    coded[i] = text == null ? -1 : known.getOrDefault(text, -1);
                }
                words = found.toArray(String[]::new);
                codes = coded;
            }
            return codes;
        }

        @Override
        public String[] dictionary(int rows) {
            codes(rows);
            return words;
        }

        @Override
        public @Nullable String[] texts(int rows) {
            values = values.length == rows ? values : Arrays.copyOf(values, rows);
            return values;
        }
    }

    /** Texts that repeat, read as positions in a dictionary known beforehand. */
    final class Coded implements FrameColumn {
        private final String[] words;
        private int[] codes = new int[2048];

        Coded(String[] words) {
            this.words = words;
        }

        @Override
        public void append(Batch batch, int column, int at) {
            long[] more = batch.wholes(column, -1);
            if (at + more.length > codes.length) {
                codes = Arrays.copyOf(codes, room(codes.length, at + more.length));
            }
            for (int i = 0; i < more.length; i++) {
                codes[at + i] = (int) more[i];
            }
        }

        @Override
        public int[] codes(int rows) {
            codes = codes.length == rows ? codes : Arrays.copyOf(codes, rows);
            return codes;
        }

        @Override
        public String[] dictionary(int rows) {
            return words;
        }

        @Override
        public @Nullable String[] texts(int rows) {
            @Nullable String[] texts = new String[rows];
            for (int i = 0; i < rows; i++) {
                texts[i] = codes[i] < 0 ? null : words[codes[i]];
            }
            return texts;
        }
    }
}
