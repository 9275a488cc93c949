package org.diaodu.policy.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.sheets.Nearest;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a yaml file while it is read: every key has its line, and a key nobody asked for is refused. */
final class YamlMap {

    private final FaultList faults;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    YamlMap(MappingNode node, FaultList faults) {
        this.faults = faults;
        this.line = line(node);
        for (NodeTuple entry : node.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            lines.put(key, line(entry.getKeyNode()));
            if (values.put(key, entry.getValueNode()) != null) {
                fault("policy.key", key, "“" + key + "”写了两次。建议：只留一个。", "\"" + key + "\" stands twice. Maybe keep one.");
            }
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    Set<String> keys() {
        return values.keySet();
    }

    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    void fault(String code, String key, String chinese, String english) {
        faults.add(code, line(key), chinese, english);
    }

    private @Nullable Node node(String key) {
        asked.add(key);
        Node node = values.get(key);
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL) ? null : node;
    }

    boolean has(String key) {
        return node(key) != null;
    }

    /** The text at this key; null, and said, where there is none. */
    @Nullable
    String needed(String key) {
        if (!has(key)) {
            fault(
                    "policy.key",
                    key,
                    "缺少“" + key + "”。建议：补上一行 " + key + ": …",
                    "\"" + key + "\" is missing. Maybe add a line " + key + ": …");
            return null;
        }
        return text(key);
    }

    @Nullable
    String text(String key) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        fault(
                "policy.value",
                key,
                "“" + key + "”应是一个值。建议：写作 " + key + ": 值。",
                "\"" + key + "\" should be one value. Maybe write " + key + ": value.");
        return null;
    }

    /** The text at this key as {@code read} takes it; what it cannot take is said with the form it should have. */
    <T> @Nullable T value(String key, Function<String, @Nullable T> read, String form) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        T value = read.apply(text);
        if (value == null) {
            fault(
                    "policy.value",
                    key,
                    "“" + key + "”的“" + text + "”读不懂。建议：写作 " + form + "。",
                    "\"" + text + "\" of \"" + key + "\" cannot be read. Maybe write " + form + ".");
        }
        return value;
    }

    /** One of the words of an enum; null, and said, where it is none. */
    <E extends Enum<E> & Named> @Nullable E word(String key, E[] words) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        for (E word : words) {
            if (word.zh().equals(text)) {
                return word;
            }
        }
        String known = Arrays.stream(words).map(Named::zh).collect(Collectors.joining("、"));
        fault(
                "policy.value",
                key,
                "“" + key + "”的“" + text + "”不认识。建议：" + known + " 之一。",
                "\"" + text + "\" of \"" + key + "\" is not known. Maybe one of " + known + ".");
        return null;
    }

    /** The texts of a list; empty where the key is absent. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : nodes(key)) {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            } else {
                listOf(key, "[甲, 乙]");
            }
        }
        return texts;
    }

    /** The mappings of a list; empty where the key is absent. */
    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : nodes(key)) {
            if (node instanceof MappingNode map) {
                maps.add(new YamlMap(map, faults));
            } else {
                listOf(key, "- {…: …}");
            }
        }
        return maps;
    }

    private List<Node> nodes(String key) {
        Node node = node(key);
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        if (node != null) {
            listOf(key, "[甲, 乙]");
        }
        return List.of();
    }

    private void listOf(String key, String form) {
        fault(
                "policy.value",
                key,
                "“" + key + "”应是一列。建议：写作 " + form + "。",
                "\"" + key + "\" should be a list. Maybe write " + form + ".");
    }

    /** The mapping at this key; null where the key is absent or, said, something else. */
    @Nullable
    YamlMap map(String key) {
        Node node = node(key);
        if (node instanceof MappingNode map) {
            return new YamlMap(map, faults);
        }
        if (node != null) {
            fault(
                    "policy.value",
                    key,
                    "“" + key + "”应写成 {名称: 值}。建议：照其他条款的写法。",
                    "\"" + key + "\" should be {name: value}. Maybe copy how another clause writes it.");
        }
        return null;
    }

    /** Says every key that nobody asked for. */
    void refuseOthers() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                String nearest = Nearest.to(key, asked);
                String known = String.join("、", asked);
                fault(
                        "policy.key",
                        key,
                        "不认识“" + key + "”。建议：" + (nearest == null ? "可用的有 " + known : "也许是“" + nearest + "”") + "。",
                        "\"" + key + "\" is not known. Maybe "
                                + (nearest == null ? "one of " + known : "\"" + nearest + "\"") + ".");
            }
        }
    }
}
