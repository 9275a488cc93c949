package org.diaodu.bulletin.command;

import org.jspecify.annotations.Nullable;

/** One line of json, put together key by key. */
final class JsonLine {
    private final StringBuilder line = new StringBuilder("{");

    void text(String key, @Nullable String value) {
        key(key);
        if (value == null) {
            line.append("null");
            return;
        }
        quote(value);
    }

    void number(String key, String value) {
        key(key);
        line.append(value);
    }

    private void key(String key) {
        if (line.length() > 1) {
            line.append(',');
        }
        quote(key);
        line.append(':');
    }

    private void quote(String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < 32 || Character.isSurrogate(c)) {
                line.append("\\u%04x".formatted((int) c));
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }

    @Override
    public String toString() {
        return line + "}";
    }
}
