package org.diaodu.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column of codes, dictionary-coded: {@code ids[row]} indexes {@code dictionary}. Do not change the array. */
public record Codes(List<String> dictionary, int[] ids) {
    public Codes {
        dictionary = List.copyOf(dictionary);
    }

    /** The code of a row. */
    public String at(int row) {
        return dictionary.get(ids[row]);
    }

    /** Collects codes row by row. */
    static final class Builder {
        private final Map<String, Integer> idOf = new HashMap<>();
        private final List<String> dictionary = new ArrayList<>();
        private int[] ids = new int[64];
        private int size;

        void add(String code) {
            if (size == ids.length) ids = Arrays.copyOf(ids, size * 2);
            Integer id = idOf.get(code);
            if (id == null) {
                id = dictionary.size();
                idOf.put(code, id);
                dictionary.add(code);
            }
            ids[size++] = id;
        }

        /** Gives the rows before {@code row} that have no code yet the empty one. */
        void fillTo(int row) {
            while (size < row) add("");
        }

        int size() {
            return size;
        }

        Codes build() {
            return new Codes(List.copyOf(dictionary), Arrays.copyOf(ids, size));
        }
    }
}
