package org.diaodu.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a job is to do.
 *
 * @param tables the name of each table, with the Parquet files, folders or patterns it is made of
 * @param statements run in this order
 * @param out the folder in which each statement's result becomes a folder of its name
 */
public record Plan(Map<String, List<String>> tables, List<Statement> statements, String out) {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:/.*");

    /** A SELECT over the tables, and the name of its result. */
    public record Statement(String name, String sql) {
        public Statement {
            SparkEngine.requireName(name);
        }
    }

    public Plan {
        tables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        statements = List.copyOf(statements);
        tables.keySet().forEach(SparkEngine::requireName);
        Set<String> names = new HashSet<>();
        for (Statement statement : statements) {
            if (!names.add(statement.name())) {
                throw fault("两条语句同名：" + statement.name(), "two statements are named " + statement.name(), null);
            }
        }
    }

    /** The place of a statement's result. */
    String location(Statement statement) {
        return out + "/" + statement.name();
    }

    /**
     * Reads a plan file: {@code {"tables": {"enterprise": ["path"]}, "statements": [{"name": "", "sql": ""}], "out":
     * "folder"}}. Paths are taken from the folder of the file, unless they are absolute or have a scheme, as in
     * {@code hdfs://}.
     */
    public static Plan read(Path file) {
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(Files.readString(file));
        } catch (IOException e) {
            throw fault(file + " 无法读取", file + " cannot be read", e);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw fault(
                    file + where + " 不是 JSON：" + e.getOriginalMessage(),
                    file + where + " is not JSON: " + e.getOriginalMessage(),
                    e);
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        requireKeys(root, "/", Set.of("tables", "statements", "out"));
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> table : member(root, "/", "tables").properties()) {
            List<String> locations = new ArrayList<>();
            String where = "/tables/" + table.getKey();
            for (JsonNode location : list(table.getValue(), where)) {
                locations.add(located(folder, text(location, where)));
            }
            tables.put(table.getKey(), locations);
        }
        List<Statement> statements = new ArrayList<>();
        for (JsonNode statement : list(member(root, "/", "statements"), "/statements")) {
            String where = "/statements/" + statements.size();
            requireKeys(statement, where, Set.of("name", "sql"));
            statements.add(new Statement(
                    text(member(statement, where, "name"), where + "/name"),
                    text(member(statement, where, "sql"), where + "/sql")));
        }
        return new Plan(tables, statements, located(folder, text(member(root, "/", "out"), "/out")));
    }

    private static String located(@Nullable Path folder, String location) {
        if (SCHEME.matcher(location).matches()) {
            return location;
        }
        return "file:" + (folder == null || location.startsWith("/") ? location : folder + "/" + location);
    }

    private static void requireKeys(JsonNode node, String where, Set<String> known) {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw fault(where + " 有未知的项“" + key + "”", where + " has an unknown member \"" + key + "\"", null);
            }
        }
    }

    private static JsonNode member(JsonNode node, String where, String key) {
        JsonNode member = node.get(key);
        if (member == null) {
            throw fault(where + " 缺少“" + key + "”", where + " lacks \"" + key + "\"", null);
        }
        return member;
    }

    private static Iterable<JsonNode> list(JsonNode node, String where) {
        if (!node.isArray() || node.isEmpty()) {
            throw fault(where + " 应是非空列表", where + " must be a list with something in it", null);
        }
        return node.values();
    }

    private static String text(JsonNode node, String where) {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw fault(where + " 应是文本，实际为 " + node, where + " must be a text, it is " + node, null);
        }
        return node.stringValue();
    }

    private static ClusterFault fault(String chinese, String english, @Nullable Exception cause) {
        return new ClusterFault(
                "cluster.plan",
                "计划文件：" + chinese + "。建议：按 docs/cluster.md 中的格式书写。",
                "plan: " + english + ". Maybe write it as docs/cluster.md shows.",
                cause);
    }
}
