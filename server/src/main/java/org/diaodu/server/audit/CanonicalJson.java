package org.diaodu.server.audit;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One spelling of a JSON value whatever way it travelled (PostgreSQL's jsonb reorders keys and rewrites
 * numbers): keys sorted, numbers plain without trailing zeros, no space, only the escapes JSON demands.
 */
final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CanonicalJson() {}

    /** Of a value Jackson can write; null for null. */
    static @Nullable String of(@Nullable Object value) {
        return value == null ? null : write(MAPPER.valueToTree(value));
    }

    /** Of JSON text, e.g. as read from a jsonb column; null for null. */
    static @Nullable String ofText(@Nullable String json) {
        return json == null ? null : write(MAPPER.readTree(json));
    }

    private static String write(JsonNode node) {
        var out = new StringBuilder(256);
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(p -> sorted.put(storable(p.getKey()), p.getValue()));
            out.append('{');
            sorted.forEach((key, value) -> {
                if (out.charAt(out.length() - 1) != '{') out.append(',');
                quote(key, out);
                out.append(':');
                write(value, out);
            });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            for (Iterator<JsonNode> i = node.iterator(); i.hasNext(); ) {
                write(i.next(), out);
                if (i.hasNext()) out.append(',');
            }
            out.append(']');
        } else if (node.isString()) {
            quote(storable(node.stringValue()), out);
        } else if (node.isNumber()) {
            number(node, out);
        } else {
            out.append(node.isBinary() ? "\"" + node.asString() + "\"" : node.asString(""));
            if (node.isNull()) out.append("null");
        }
    }

    private static void number(JsonNode node, StringBuilder out) {
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue()) && !node.isBigDecimal()) {
            quote(node.asString(), out);
            return;
        }
        BigDecimal value = node.decimalValue();
        out.append(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    /** PostgreSQL holds neither NUL nor half a surrogate pair; both become the replacement character. */
    static String storable(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean high = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean low = Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            if (c == 0 || (Character.isSurrogate(c) && !high && !low)) {
                if (changed == null) changed = new StringBuilder(text);
                changed.setCharAt(i, '\uFFFD');
            }
        }
        return changed == null ? text : changed.toString();
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < 0x20) out.append("\\u%04x".formatted((int) c));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }
}
