package org.diaodu.server.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One field before and after a change; "" where it was not there.
 *
 * @param field path of the field; "" when the whole value is not an object
 */
public record Difference(String field, String before, String after) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public boolean isChanged() {
        return !before.equals(after);
    }

    /** Field by field, in the order of the log, fields of either side. */
    public static List<Difference> of(@Nullable String before, @Nullable String after) {
        var differences = new ArrayList<Difference>();
        compare("", tree(before), tree(after), differences);
        return differences;
    }

    private static void compare(String path, @Nullable JsonNode was, @Nullable JsonNode is, List<Difference> out) {
        boolean objects =
                (was == null || was.isObject()) && (is == null || is.isObject()) && (was != null || is != null);
        if (!objects) {
            if (was != null || is != null) out.add(new Difference(path, text(was), text(is)));
            return;
        }
        var fields = new LinkedHashSet<String>();
        if (was != null) fields.addAll(was.propertyNames());
        if (is != null) fields.addAll(is.propertyNames());
        for (String field : fields) {
            String deeper = path.isEmpty() ? field : path + "." + field;
            compare(deeper, was == null ? null : was.get(field), is == null ? null : is.get(field), out);
        }
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.isString() ? node.stringValue() : node.toString();
    }

    private static @Nullable JsonNode tree(@Nullable String json) {
        return json == null ? null : MAPPER.readTree(json);
    }
}
