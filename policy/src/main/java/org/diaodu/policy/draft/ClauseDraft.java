package org.diaodu.policy.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.BenefitKind;
import org.diaodu.policy.book.Delivery;
import org.diaodu.policy.book.IssuerLevel;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.rules.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * The files of a new clause's first version.
 *
 * @param region a GB/T 2260 code, or null for the whole nation
 * @param from the first day it holds
 */
public record ClauseDraft(
        String id,
        String title,
        String reference,
        LocalDate from,
        BenefitKind kind,
        SubjectKind subject,
        String issuer,
        IssuerLevel level,
        @Nullable String region,
        DraftContent content) {

    /** Throws {@code policy.new-row} where a row has not a cell for every column and one for the answer. */
    public ClauseDraft {
        int cells = content.columns().size() + 1;
        for (List<String> row : content.rows()) {
            if (row.size() != cells) {
                throw new PolicyFault(
                        "policy.new-row",
                        Place.of("--row '" + String.join(" | ", row) + "'"),
                        "有 " + row.size() + " 格，应有 " + cells + " 格：" + String.join("、", content.columns())
                                + "，最后是 true 或档次。",
                        "it has " + row.size() + " cells and needs " + cells + ": "
                                + String.join(", ", content.columns()) + ", and then true or a grade.");
            }
        }
        boolean pays = kind == BenefitKind.GRANT || kind == BenefitKind.RELIEF;
        if (pays == content.amounts().isEmpty()) {
            throw new PolicyFault(
                    "policy.new-amount",
                    Place.of("--kind " + kind.zh()),
                    pays
                            ? kind.zh() + "要有金额。建议：--amount '设备投资额 * 0.10'，或 --shape。"
                            : kind.zh() + "没有金额。建议：去掉 --amount，或把类别改为奖补、减免。",
                    pays
                            ? "a clause of " + kind.en() + " has an amount. Maybe --amount '设备投资额 * 0.10', or --shape."
                            : "a clause of " + kind.en()
                                    + " has no amount. Maybe leave --amount out, or make it 奖补 or 减免.");
        }
    }

    /** The texts by their paths in the book; those of parameters are for a book that has them not. */
    public Map<String, String> files(Instant now) {
        String version = id + "/" + from + "/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put(version + "clause.md", text(now));
        files.put(version + "model.dmn", new DraftModel(id, title, content).text());
        files.put(version + "cases.csv", cases());
        files.put(version + "terms.yaml", terms());
        content.parameters().forEach((name, text) -> files.put("parameters/" + name + ".csv", text));
        return files;
    }

    private String decision() {
        return content.amounts().isEmpty() ? PolicyClause.ELIGIBILITY : PolicyClause.AMOUNT;
    }

    private String text(Instant now) {
        return """
                ---
                title: %s
                title-en:
                reference: %s
                url:
                valid-from: %s
                valid-to:
                recorded-at: %s
                decision: %s
                ---

                %s
                """.formatted(title, reference, from, now.truncatedTo(ChronoUnit.SECONDS), decision(), content.text());
    }

    private String cases() {
        List<String> heading = new ArrayList<>(List.of("case"));
        content.facts().forEach(fact -> heading.add(fact.name()));
        heading.add("expect:" + PolicyClause.ELIGIBILITY);
        if (!content.amounts().isEmpty()) {
            heading.add("expect:" + PolicyClause.AMOUNT);
        }
        return String.join(",", heading) + "\n"
                + content.cases().stream().map(line -> line + "\n").reduce("", String::concat);
    }

    private String terms() {
        List<String> lines = new ArrayList<>();
        lines.add("类别: " + kind.zh());
        lines.add("对象: " + subject.zh());
        lines.add("发文机关: " + issuer);
        lines.add("层级: " + level.zh());
        if (region != null) {
            lines.add("地区: [\"" + region + "\"]");
        }
        lines.add("兑现: " + Delivery.NO_APPLICATION.zh());
        lines.add("事实:");
        content.facts().forEach(fact -> lines.add(fact.terms()));
        lines.addAll(content.terms());
        return String.join("\n", lines) + "\n";
    }
}
