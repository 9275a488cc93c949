package org.diaodu.policy.book;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A {@code terms.yaml} as the fields of a form, and back. Lists are written 甲、乙; shares 省 60%、市县 40%; what a supplement,
 * a budget and a clawback consist of are fields of their own, 预算.金额; what is said of a fact is fact:name:持有.
 */
public final class TermsForm {

    /** Keys of one value. */
    public static final List<String> SINGLE = List.of("类别", "领域", "对象", "发文机关", "层级", "兑现", "办理时限", "优先", "一次性");

    /** Keys of a list. */
    public static final List<String> LISTS = List.of("地区", "互斥", "叠加");

    /** Keys of shares. */
    public static final List<String> SHARES = List.of("分担", "拨付");

    /** Keys that consist of fields, with those fields. */
    public static final Map<String, List<String>> PARTS =
            Map.of("配套", List.of("条款", "比例", "封顶"), "预算", List.of("金额", "分配"), "追回", List.of("期限", "条件"));

    private static final List<String> ORDER = List.of(
            "类别", "领域", "对象", "发文机关", "层级", "地区", "兑现", "办理时限", "分担", "拨付", "互斥", "优先", "一次性", "叠加", "配套", "预算", "追回");
    private static final List<String> OF_FACTS = List.of("持有", "来源", "参数", "日期");
    private static final String FACT = "fact:";

    private TermsForm() {}

    /**
     * A form as a file.
     *
     * @param fields the field each line of it comes from, "" for none
     */
    public record Written(String yaml, List<String> fields) {}

    /** The name of a field of a fact. */
    public static String factField(String fact, String part) {
        return FACT + fact + ":" + part;
    }

    /** The fields of a file; what cannot be read is left out, and {@link ClauseTexts#terms} says why. */
    public static Map<String, String> fields(String yaml) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Node> entry : root(yaml).entrySet()) {
            String key = entry.getKey();
            Node value = entry.getValue();
            if (key.equals("事实")) {
                map(value)
                        .forEach((fact, parts) ->
                                map(parts).forEach((part, text) -> fields.put(factField(fact, part), text(text))));
            } else if (PARTS.containsKey(key)) {
                map(value).forEach((part, text) -> fields.put(key + "." + part, text(text)));
            } else {
                fields.put(key, text(value));
            }
        }
        return fields;
    }

    private static Map<String, Node> root(String yaml) {
        try {
            return map(new Yaml(new LoaderOptions()).compose(new StringReader(yaml.replace("\uFEFF", ""))));
        } catch (YAMLException e) {
            return Map.of();
        }
    }

    private static Map<String, Node> map(@Nullable Node node) {
        Map<String, Node> map = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                map.put(text(tuple.getKeyNode()), tuple.getValueNode());
            }
        }
        return map;
    }

    private static String text(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue().strip();
            case SequenceNode list ->
                list.getValue().stream().map(TermsForm::item).collect(Collectors.joining("、"));
            case MappingNode ignored ->
                map(node).entrySet().stream()
                        .map(entry -> entry.getKey() + " " + text(entry.getValue()))
                        .collect(Collectors.joining("、"));
            default -> "";
        };
    }

    /** A payment is its milestone and its share. */
    private static String item(Node node) {
        return node instanceof MappingNode
                ? map(node).values().stream().map(TermsForm::text).collect(Collectors.joining(" "))
                : text(node);
    }

    /** The file of a form; of the facts only these stand in it, in this order. */
    public static Written yaml(Map<String, String> fields, List<String> facts) {
        List<String> lines = new ArrayList<>();
        List<String> origins = new ArrayList<>();
        for (String key : ORDER) {
            String line = PARTS.containsKey(key)
                    ? parts(key, fields)
                    : line(key, fields.getOrDefault(key, "").strip());
            if (!line.isEmpty()) {
                lines.add(line);
                origins.add(origin(key));
            }
        }
        List<String> said =
                facts.stream().filter(fact -> !fact(fact, fields).isEmpty()).toList();
        if (!said.isEmpty()) {
            lines.add("事实:");
            origins.add("");
            for (String fact : said) {
                lines.add("  " + quoted(fact) + ": {" + fact(fact, fields) + "}");
                origins.add(factField(fact, "持有"));
            }
        }
        return new Written(String.join("\n", lines) + "\n", origins);
    }

    private static String origin(String key) {
        List<String> parts = PARTS.get(key);
        return parts == null ? key : key + "." + parts.getFirst();
    }

    private static String line(String key, String value) {
        if (value.isEmpty()) {
            return "";
        }
        if (LISTS.contains(key)) {
            return key + ": [" + items(value).stream().map(TermsForm::quoted).collect(Collectors.joining(", ")) + "]";
        }
        if (key.equals("分担")) {
            return key + ": {"
                    + items(value).stream()
                            .map(item -> quoted(before(item)) + ": " + quoted(after(item)))
                            .collect(Collectors.joining(", "))
                    + "}";
        }
        if (key.equals("拨付")) {
            return key + ": ["
                    + items(value).stream()
                            .map(item -> "{节点: " + quoted(before(item)) + ", 比例: " + quoted(after(item)) + "}")
                            .collect(Collectors.joining(", "))
                    + "]";
        }
        return key + ": " + quoted(value);
    }

    private static String parts(String key, Map<String, String> fields) {
        String said = PARTS.getOrDefault(key, List.of()).stream()
                .filter(part -> !fields.getOrDefault(key + "." + part, "").isBlank())
                .map(part -> part + ": "
                        + quoted(fields.getOrDefault(key + "." + part, "").strip()))
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "" : key + ": {" + said + "}";
    }

    private static String fact(String fact, Map<String, String> fields) {
        return OF_FACTS.stream()
                .filter(part -> !fields.getOrDefault(factField(fact, part), "").isBlank())
                .map(part -> part + ": "
                        + quoted(fields.getOrDefault(factField(fact, part), "").strip()))
                .collect(Collectors.joining(", "));
    }

    private static List<String> items(String value) {
        return List.of(value.split("\\s*[、，,；;]\\s*"));
    }

    /** What stands before the last blank: 省 of 省 60%. */
    private static String before(String item) {
        int blank = item.lastIndexOf(' ');
        return blank < 0 ? item : item.substring(0, blank).strip();
    }

    private static String after(String item) {
        return item.substring(item.lastIndexOf(' ') + 1).strip();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
    }
}
