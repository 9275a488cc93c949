package org.diaodu.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.diaodu.bench.Enterprises.Attribute;

/**
 * Decision tables shaped as the clauses of published support policies: some conditions that every row asks, a ladder over
 * one figure, and an amount that is fixed or a share of a figure up to a cap.
 */
final class PolicyTables {

    static final String DECISION = "金额";

    private final SplittableRandom random;

    private PolicyTables(SplittableRandom random) {
        this.random = random;
    }

    /** So many models as DMN 1.5; the same for the same seed. */
    static List<String> drawn(long seed, int many) {
        var tables = new PolicyTables(new SplittableRandom(seed));
        List<String> models = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            models.add(tables.model(i));
        }
        return models;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String model(int number) {
        List<Attribute> figures =
                Enterprises.ATTRIBUTES.stream().filter(a -> a.digits() == 15).toList();
        Attribute ladder = one(figures);
        Set<Attribute> conditions = new LinkedHashSet<>(Set.of(ladder));
        int columns = 3 + random.nextInt(6);
        while (conditions.size() < columns) {
            conditions.add(one(Enterprises.ATTRIBUTES));
        }
        Attribute base = one(figures);
        Set<Attribute> inputs = new LinkedHashSet<>(conditions);
        inputs.add(base);
        boolean unique = random.nextBoolean();
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:diaodu="https://diaodu.org/dmn"
                  id="d" name="policy" namespace="https://diaodu.org/rules/policy-%d">
                """.formatted(number));
        StringBuilder needs = new StringBuilder();
        for (Attribute input : inputs) {
            String digits = input.scale() < 0
                    ? ""
                    : " diaodu:digits=\"%d\" diaodu:scale=\"%d\"".formatted(input.digits(), input.scale());
            xml.append("<inputData id=\"i_%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"%s/></inputData>\n"
                    .formatted(input.name(), input.name(), input.name(), input.type(), digits));
            needs.append("<informationRequirement><requiredInput href=\"#i_%s\"/></informationRequirement>"
                    .formatted(input.name()));
        }
        xml.append(
                "<decision id=\"x\" name=\"%s\"><variable name=\"%s\" typeRef=\"number\"/>%s\n<decisionTable id=\"t\" hitPolicy=\"%s\">"
                        .formatted(DECISION, DECISION, needs, unique ? "UNIQUE" : "FIRST"));
        for (Attribute condition : conditions) {
            xml.append("<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                    .formatted(condition.type(), condition.name()));
        }
        xml.append("<output typeRef=\"number\"/>");
        List<String> shared = conditions.stream().map(this::cell).toList();
        int rows = 2 + random.nextInt(5);
        long[] steps = random.longs(rows, 10, 40_000)
                .sorted()
                .map(step -> step * 10_000)
                .toArray();
        for (int row = rows - 1; row >= 0; row--) {
            xml.append("\n<rule>");
            int column = 0;
            for (Attribute condition : conditions) {
                String cell = condition == ladder
                        ? row == rows - 1 || !unique
                                ? ">= " + steps[row]
                                : "[" + steps[row] + ".." + steps[row + 1] + ")"
                        : random.nextInt(100) < 80 ? shared.get(column) : random.nextBoolean() ? "-" : cell(condition);
                entry(xml, "inputEntry", cell);
                column++;
            }
            entry(xml, "outputEntry", amount(base, row + 1));
            xml.append("</rule>");
        }
        return xml.append("</decisionTable></decision></definitions>\n").toString();
    }

    private static void entry(StringBuilder xml, String tag, String text) {
        xml.append("<%s><text>%s</text></%s>".formatted(tag, text.replace("<", "&lt;"), tag));
    }

    private String cell(Attribute attribute) {
        return switch (attribute.type()) {
            case "boolean" -> random.nextInt(4) > 0 ? "true" : "false";
            case "date" ->
                (random.nextBoolean() ? ">= " : "<= ") + "date(\"%d-01-01\")".formatted(2005 + random.nextInt(15));
            case "string" -> texts(values(attribute.name()));
            default -> figure(attribute);
        };
    }

    private String figure(Attribute attribute) {
        return switch (attribute.digits()) {
            case 15 -> ">= " + (1 + random.nextInt(500)) * 10_000L;
            case 12 -> ">= " + (1 + random.nextInt(50)) * 100;
            default ->
                attribute.scale() == 0
                        ? one(List.of("<= ", ">= ")) + (1 + random.nextInt(300))
                        : one(List.of("<= 5.5", ">= 3", ">= 6", "<= 70", "(0..50]", ">= 10"));
        };
    }

    private String texts(List<String> values) {
        int many = 1 + random.nextInt(3);
        Set<String> chosen = new LinkedHashSet<>();
        for (int i = 0; i < many; i++) {
            chosen.add("\"" + one(values) + "\"");
        }
        String list = String.join(", ", chosen);
        return random.nextInt(5) == 0 ? "not(" + list + ")" : list;
    }

    private static List<String> values(String name) {
        return switch (name) {
            case "企业规模" -> Enterprises.SIZES;
            case "行业门类" -> Enterprises.SECTORS;
            case "行业大类" -> Enterprises.DIVISIONS;
            case "地市" -> Enterprises.CITIES;
            case "控股类型" -> Enterprises.OWNERSHIPS;
            case "项目类型" -> Enterprises.PROJECTS;
            case "认定级别" -> Enterprises.LEVELS;
            default -> Enterprises.GRADES;
        };
    }

    private String amount(Attribute base, int step) {
        return switch (random.nextInt(5)) {
            case 0 -> "min(%s * 0.0%d, %d0000)".formatted(base.name(), 1 + random.nextInt(9), step * 100);
            case 1 -> "min(200000 + floor((%s - 30000000) / 20000000) * 100000, 5000000)".formatted(base.name());
            default -> String.valueOf(step * 100_000L);
        };
    }
}
