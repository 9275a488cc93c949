package org.diaodu.bulletin.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.check.Evidence;
import org.diaodu.bulletin.check.Relation;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** How relations are written; docs/formats/checks.md. */
enum CheckFormat {
    TABLE {
        @Override
        void write(List<Relation> relations, PrintWriter out) {
            String document = "";
            for (Relation relation : relations) {
                if (!relation.document().equals(document)) {
                    document = relation.document();
                    out.println(document);
                }
                out.println("  " + mark(relation) + " " + relation.name() + "：" + relation.expression() + " = "
                        + rounded(relation.computed()).toPlainString() + relation.unit() + printed(relation) + "  "
                        + relation.verdict().chinese()
                        + (relation.basis().isEmpty() ? "" : "（" + relation.basis() + "）"));
                if (relation.contradicts()) {
                    relation.evidence().forEach(e -> out.println("      “" + e.quote() + "”"));
                }
            }
            long wrong = relations.stream().filter(Relation::contradicts).count();
            out.println(
                    relations.isEmpty()
                            ? "没有找到可以核对的数字关系 (no relations between figures found)"
                            : "共" + relations.size() + "个关系，" + wrong + "个不可能成立 (" + relations.size() + " relations, "
                                    + wrong + " that cannot hold)");
        }
    },
    JSONL {
        @Override
        void write(List<Relation> relations, PrintWriter out) {
            JsonMapper json = JsonMapper.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();
            relations.forEach(relation -> out.println(json.writeValueAsString(line(relation))));
        }
    };

    private static final int PLACES = 4;

    abstract void write(List<Relation> relations, PrintWriter out);

    private static String mark(Relation relation) {
        return switch (relation.verdict()) {
            case AGREES -> "✓";
            case CONTRADICTS -> "✗";
            case OTHER_BASIS -> "≈";
            case IMPLIED -> "·";
        };
    }

    private static String printed(Relation relation) {
        Double published = relation.published();
        return published == null
                ? ""
                : "，文中 " + rounded(published).toPlainString() + " (±"
                        + rounded(relation.tolerance()).toPlainString() + ")";
    }

    private static Map<String, Object> line(Relation relation) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", relation.document());
        line.put("relation", relation.expression());
        line.put("name", relation.name());
        line.put("computed", rounded(relation.computed()));
        Double published = relation.published();
        line.put("published", published == null ? null : rounded(published));
        line.put("unit", relation.unit());
        line.put("tolerance", rounded(relation.tolerance()));
        line.put("verdict", relation.verdict().word());
        line.put("basis", relation.basis());
        line.put("quotes", relation.evidence().stream().map(CheckFormat::quote).toList());
        return line;
    }

    private static Map<String, Object> quote(Evidence evidence) {
        Map<String, Object> quote = new LinkedHashMap<>();
        quote.put("file", evidence.document());
        quote.put("start", evidence.start());
        quote.put("end", evidence.end());
        quote.put("quote", evidence.quote());
        return quote;
    }

    private static BigDecimal rounded(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
