package org.diaodu.bulletin.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.brief.BriefFault;
import org.diaodu.bulletin.brief.Fact;
import org.diaodu.bulletin.brief.Fact.Chart;
import org.diaodu.bulletin.brief.Masthead;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Masthead and facts of a brief as they stand in a file; docs/formats/brief.md has its keys. */
record FactsFile(Masthead masthead, Map<String, Fact> facts) {

    private static final Map<String, Chart.Kind> KINDS =
            Map.of("折线", Chart.Kind.LINES, "柱形", Chart.Kind.COLUMNS, "条形", Chart.Kind.BARS);

    static FactsFile read(String yaml, String file) {
        try {
            var reader = new Yaml(new SafeConstructor(new LoaderOptions()));
            Map<String, Object> whole = map(reader.load(yaml), "文件");
            Map<String, Object> head = map(whole.getOrDefault("简报", Map.of()), "简报");
            Map<String, Fact> facts = new LinkedHashMap<>();
            map(whole.get("数"), "数").forEach((name, value) -> facts.put(name, fact(value, name)));
            return new FactsFile(
                    new Masthead(
                            text(head, "名称"), text(head, "期号"), text(head, "编发"), text(head, "日期"), text(head, "范围")),
                    facts);
        } catch (YAMLException e) {
            throw new BriefFault("BR17", file + " 不是 YAML：" + e.getMessage(), file + " is no YAML: " + e.getMessage());
        }
    }

    private static Fact fact(Object value, String name) {
        if (value instanceof List<?> rows) {
            List<Map<String, Fact>> read = new ArrayList<>();
            for (Object row : rows) {
                Map<String, Fact> one = new LinkedHashMap<>();
                map(row, name).forEach((field, inside) -> one.put(field, fact(inside, name + "." + field)));
                read.add(one);
            }
            return new Fact.Rows(read);
        }
        if (!(value instanceof Map<?, ?>)) return new Fact.Text(String.valueOf(value));
        Map<String, Object> keys = map(value, name);
        if (keys.containsKey("图")) return chart(keys, name);
        if (keys.containsKey("表头")) return table(keys, name);
        Fact.Figure own = figure(keys, "数", name);
        return keys.containsKey("对照") ? new Fact.Pair(own, figure(keys, "对照", name)) : own;
    }

    private static Fact.Figure figure(Map<String, Object> keys, String key, String name) {
        Object decimals = keys.getOrDefault("位数", 1);
        return new Fact.Figure(
                number(keys.get(key), name),
                decimals instanceof Integer one && one >= 0 && one < 10 ? one : 1,
                text(keys, "单位"),
                text(keys, "地址"));
    }

    private static Fact.Table table(Map<String, Object> keys, String name) {
        List<String> heads =
                list(keys.get("表头"), name).stream().map(String::valueOf).toList();
        List<List<Fact>> rows = new ArrayList<>();
        for (Object row : list(keys.get("行"), name)) {
            List<Fact> cells = new ArrayList<>();
            for (Object cell : list(row, name)) cells.add(fact(cell, name));
            if (cells.size() != heads.size())
                throw wrong(name, "每行应有 " + heads.size() + " 格", "every row has " + heads.size() + " cells");
            rows.add(cells);
        }
        return new Fact.Table(heads, rows, text(keys, "注"));
    }

    private static Chart chart(Map<String, Object> keys, String name) {
        Chart.Kind kind = KINDS.get(text(keys, "图"));
        if (kind == null) throw wrong(name, "图应为 折线、柱形 或 条形", "a chart is 折线, 柱形 or 条形");
        List<String> categories =
                list(keys.get("类"), name).stream().map(String::valueOf).toList();
        List<Chart.Series> series = new ArrayList<>();
        map(keys.get("线"), name).forEach((title, values) -> {
            List<@Nullable Double> read = new ArrayList<>();
            for (Object value : list(values, name)) {
                read.add(value == null ? null : (Double) number(value, name).doubleValue());
            }
            if (read.size() != categories.size()) {
                throw wrong(
                        name,
                        "“" + title + "”应有 " + categories.size() + " 个数",
                        "\"" + title + "\" has " + categories.size() + " values");
            }
            series.add(new Chart.Series(title, read));
        });
        return new Chart(kind, text(keys, "单位"), categories, series);
    }

    private static BigDecimal number(@Nullable Object value, String name) {
        try {
            return new BigDecimal(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw wrong(name, "“" + value + "”不是数", "\"" + value + "\" is no number");
        }
    }

    private static String text(Map<String, Object> keys, String key) {
        return String.valueOf(keys.getOrDefault(key, ""));
    }

    private static List<?> list(@Nullable Object value, String name) {
        if (value instanceof List<?> list) return list;
        throw wrong(name, "应为一列", "it is a list");
    }

    private static Map<String, Object> map(@Nullable Object value, String name) {
        if (!(value instanceof Map<?, ?> map)) throw wrong(name, "应为键和值", "it has keys and values");
        Map<String, Object> keys = new LinkedHashMap<>();
        map.forEach((key, inside) -> keys.put(String.valueOf(key), inside == null ? "" : inside));
        return keys;
    }

    private static BriefFault wrong(String name, String zh, String en) {
        return new BriefFault(
                "BR18",
                "“" + name + "”：" + zh + "。见 docs/formats/brief.md。",
                "\"" + name + "\": " + en + ". See docs/formats/brief.md.");
    }
}
