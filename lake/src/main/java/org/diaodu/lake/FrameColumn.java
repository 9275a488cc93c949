package org.diaodu.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One growing column of a frame: numbers, or texts coded by a dictionary. */
sealed interface FrameColumn {

    void append(Batch batch, int column, int at);

    double[] reals(int rows);

    long[] wholes(int rows);

    int[] codes(int rows);

    String[] dictionary(int rows);

    @Nullable
    String[] texts(int rows);

    final class Reals implements FrameColumn {
        private double[] values = new double[2048];

        @Override
        public void append(Batch batch, int column, int at) {
            double[] more = batch.reals(column);
            if (at + more.length > values.length) {
                values = Arrays.copyOf(values, Math.max(at + more.length, values.length * 2));
            }
            System.arraycopy(more, 0, values, at, more.length);
        }

        @Override
        public double[] reals(int rows) {
            if (values.length != rows) {
                values = Arrays.copyOf(values, rows);
            }
            return values;
        }

        @Override
        public long[] wholes(int rows) {
            throw wrongType("double", "whole numbers");
        }

        @Override
        public int[] codes(int rows) {
            throw wrongType("double", "texts");
        }

        @Override
        public String[] dictionary(int rows) {
            throw wrongType("double", "texts");
        }

        @Override
        public @Nullable String[] texts(int rows) {
            throw wrongType("double", "texts");
        }
    }

    final class Wholes implements FrameColumn {
        private long[] values = new long[2048];

        @Override
        public void append(Batch batch, int column, int at) {
            long[] more = batch.wholes(column, Long.MIN_VALUE);
            if (at + more.length > values.length) {
                values = Arrays.copyOf(values, Math.max(at + more.length, values.length * 2));
            }
            System.arraycopy(more, 0, values, at, more.length);
        }

        @Override
        public double[] reals(int rows) {
            double[] reals = new double[rows];
            for (int i = 0; i < rows; i++) {
                reals[i] = values[i] == Long.MIN_VALUE ? Double.NaN : values[i];
            }
            return reals;
        }

        @Override
        public long[] wholes(int rows) {
            if (values.length != rows) {
                values = Arrays.copyOf(values, rows);
            }
            return values;
        }

        @Override
        public int[] codes(int rows) {
            throw wrongType("whole number", "texts");
        }

        @Override
        public String[] dictionary(int rows) {
            throw wrongType("whole number", "texts");
        }

        @Override
        public @Nullable String[] texts(int rows) {
            throw wrongType("whole number", "texts");
        }
    }

    final class Texts implements FrameColumn {
        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> words = new ArrayList<>();
        private int[] codes = new int[2048];

        @Override
        public void append(Batch batch, int column, int at) {
            @Nullable String[] more = batch.texts(column);
            if (at + more.length > codes.length) {
                codes = Arrays.copyOf(codes, Math.max(at + more.length, codes.length * 2));
            }
            for (int i = 0; i < more.length; i++) {
                String text = more[i];
                codes[at + i] = text == null ? -1 : code(text);
            }
        }

        private int code(String text) {
            Integer code = known.get(text);
            if (code != null) {
                return code;
            }
            known.put(text, words.size());
            words.add(text);
            return words.size() - 1;
        }

        @Override
        public double[] reals(int rows) {
            throw wrongType("text", "numbers");
        }

        @Override
        public long[] wholes(int rows) {
            throw wrongType("text", "whole numbers");
        }

        @Override
        public int[] codes(int rows) {
            if (codes.length != rows) {
                codes = Arrays.copyOf(codes, rows);
            }
            return codes;
        }

        @Override
        public String[] dictionary(int rows) {
            return words.toArray(String[]::new);
        }

        @Override
        public @Nullable String[] texts(int rows) {
            @Nullable String[] texts = new String[rows];
            for (int i = 0; i < rows; i++) {
                texts[i] = codes[i] < 0 ? null : words.get(codes[i]);
            }
            return texts;
        }
    }

    private static LakeFault wrongType(String is, String asked) {
        return new LakeFault(
                "lake.column-type",
                "列的类型是 " + is + "，不能按 " + asked + " 读取。建议：在 SQL 中用 CAST 转换。",
                "the column holds " + is + " values, " + asked + " were asked for. Maybe CAST it in the SQL.");
    }
}
