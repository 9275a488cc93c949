package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of one return by item code; items without any value are left out. */
public record Figures(SortedMap<String, Figure> byItem) {

    public Figures {
        TreeMap<String, Figure> filled = new TreeMap<>();
        byItem.forEach((item, figure) -> {
            if (!figure.isEmpty()) {
                filled.put(item, figure);
            }
        });
        byItem = Collections.unmodifiableSortedMap(filled);
    }

    public static Figures of(Map<String, Figure> byItem) {
        return new Figures(new TreeMap<>(byItem));
    }

    public Figure of(String item) {
        return byItem.getOrDefault(item, Figure.NONE);
    }

    public @Nullable BigDecimal value(String item, Column column) {
        return of(item).value(column);
    }

    /** How many single values it holds. */
    public int values() {
        int count = 0;
        for (Figure figure : byItem.values()) {
            for (Column column : Column.values()) {
                count += figure.value(column) == null ? 0 : 1;
            }
        }
        return count;
    }

    /** SHA-256 over values and explanations in a fixed order: two returns that say the same have the same digest. */
    public String digest(Map<String, String> explanations) {
        StringBuilder text = new StringBuilder();
        byItem.forEach((item, figure) -> {
            text.append(item);
            for (Column column : Column.values()) {
                BigDecimal value = figure.value(column);
                text.append('|').append(value == null ? "" : plain(value));
            }
            String reason = figure.baseReason();
            text.append('|').append(reason == null ? "" : reason).append('\n');
        });
        new TreeMap<>(explanations).forEach((key, explanation) -> {
            if (!explanation.isBlank()) {
                text.append(key).append('=').append(explanation).append('\n');
            }
        });
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
