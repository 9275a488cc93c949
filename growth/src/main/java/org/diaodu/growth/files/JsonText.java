package org.diaodu.growth.files;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps, lists, texts and numbers as JSON text (RFC 8259), with every digit; NaN and infinite numbers are null. */
final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** The object on several lines; objects inside it that hold no others are one line each. */
    static String of(Map<String, ? extends @Nullable Object> value) {
        var text = new JsonText();
        text.object(value, "", true);
        return text.out.append('\n').toString();
    }

    private void value(@Nullable Object value, String indent) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> object(map, indent, isNested(map));
            case List<?> list -> list(list, indent);
            case Double number -> out.append(Double.isFinite(number) ? number.toString() : "null");
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> text(value.toString());
        }
    }

    private static boolean isNested(Map<?, ?> map) {
        return map.values().stream().anyMatch(value -> value instanceof Map || value instanceof List);
    }

    private void object(Map<?, ? extends @Nullable Object> map, String indent, boolean severalLines) {
        String separator = severalLines ? ",\n" + indent + "  " : ", ";
        out.append(severalLines ? "{\n" + indent + "  " : "{");
        boolean first = true;
        for (Map.Entry<?, ? extends @Nullable Object> entry : map.entrySet()) {
            out.append(first ? "" : separator);
            first = false;
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), indent + "  ");
        }
        out.append(severalLines ? "\n" + indent + "}" : "}");
    }

    private void list(List<?> list, String indent) {
        if (list.stream().allMatch(item -> item instanceof String)) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                value(list.get(i), indent);
            }
            out.append(']');
            return;
        }
        String separator = "\n" + indent + "  ";
        out.append('[');
        boolean first = true;
        for (Object item : list) {
            out.append(first ? "" : ",").append(separator);
            first = false;
            value(item, indent + "  ");
        }
        out.append("\n").append(indent).append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) out.append(String.format("\\u%04x", (int) c));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }
}
