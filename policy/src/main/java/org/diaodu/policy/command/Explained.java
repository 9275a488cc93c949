package org.diaodu.policy.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.Matched;
import org.diaodu.policy.match.MissingFact;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NeedsFacts;
import org.diaodu.policy.match.Verdict.NotEntitled;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.diaodu.rules.files.ConditionTable;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.reasons.NearMiss;
import org.jspecify.annotations.Nullable;

/** A verdict with its reasons, as lines for people and as json. */
final class Explained {

    private static final int SHOWN = 5;

    private final Matched matched;
    private final Language language;

    Explained(Matched matched, Language language) {
        this.matched = matched;
        this.language = language;
    }

    List<String> lines() {
        PolicyClause clause = matched.clause();
        List<String> lines = new ArrayList<>();
        lines.add(language.say(clause.text().title(), english(clause)) + "  " + clause.label());
        lines.add(language.say(clause.text().reference(), clause.text().reference()));
        lines.add("");
        lines.add(language.say("结论：", "Verdict: ") + verdict());
        switch (matched.verdict()) {
            case Entitled ignored -> payment(lines);
            case NeedsFacts needs -> {
                needs.missing().forEach(fact -> lines.add("  " + language.say(fact.zh(), fact.en())));
                near(lines, language.say("尚有可能的行：", "Rows still possible:"), needs.nearMisses());
            }
            case NotEntitled not -> near(lines, language.say("最接近的行：", "Nearest rows:"), not.nearMisses());
            case OutOfScope ignored -> {}
        }
        if (matched.conditions() != null) {
            lines.add("");
            ConditionTable.lines(matched.conditions().tables().getLast(), language)
                    .forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static String english(PolicyClause clause) {
        return clause.text().titleEn().isEmpty()
                ? clause.text().title()
                : clause.text().titleEn();
    }

    private String verdict() {
        return switch (matched.verdict()) {
            case Entitled(BigDecimal amount, String grade) -> {
                String of = grade == null ? "" : language.say("（" + grade + "）", " (" + grade + ")");
                yield amount == null
                        ? language.say("符合条件", "entitled") + of
                        : language.say(
                                        "应得 " + amount.toPlainString() + " 元",
                                        "entitled to " + amount.toPlainString() + " yuan")
                                + of;
            }
            case NotEntitled not ->
                not.nothingDue()
                        ? language.say(
                                "符合条件，按公式金额为 0，不予支付", "the conditions hold and the formula gives 0: nothing is due")
                        : language.say("不符合条件", "not entitled");
            case NeedsFacts ignored -> language.say("还不能判断，需要这些事实：", "cannot be told yet, these facts are needed:");
            case OutOfScope out -> language.say("不在适用范围：" + out.chinese(), "out of scope: " + out.english());
        };
    }

    private void payment(List<String> lines) {
        var terms = matched.clause().terms();
        if (!terms.shares().isEmpty()) {
            lines.add("  " + language.say("分担：", "Shared by: ")
                    + terms.shares().entrySet().stream()
                            .map(share -> share.getKey() + " " + percent(share.getValue()))
                            .collect(Collectors.joining(language.say("，", ", "))));
        }
        if (!terms.schedule().isEmpty()) {
            lines.add("  " + language.say("拨付：", "Paid at: ")
                    + terms.schedule().stream()
                            .map(part -> part.milestone() + " " + percent(part.share()))
                            .collect(Collectors.joining(language.say("，", ", "))));
        }
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private void near(List<String> lines, String heading, List<NearMiss> misses) {
        if (!misses.isEmpty()) {
            lines.add(heading);
            misses.stream().limit(SHOWN).forEach(miss -> lines.add("  " + language.say(miss.zh(), miss.en())));
        }
    }

    // --- json

    Map<String, @Nullable Object> json() {
        PolicyClause clause = matched.clause();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("clause", clause.id());
        json.put("validFrom", clause.text().validFrom().toString());
        json.put("title", language.say(clause.text().title(), english(clause)));
        json.put("reference", clause.text().reference());
        json.put("said", verdict());
        Verdict verdict = matched.verdict();
        switch (verdict) {
            case Entitled(BigDecimal amount, String grade) -> {
                json.put("verdict", "entitled");
                json.put("amountYuan", amount);
                json.put("grade", grade);
            }
            case NotEntitled(List<NearMiss> misses, boolean nothingDue) -> {
                json.put("verdict", "not-entitled");
                json.put("nothingDue", nothingDue);
                json.put("nearMisses", misses.stream().map(this::near).toList());
            }
            case NeedsFacts(List<MissingFact> missing, List<NearMiss> misses) -> {
                json.put("verdict", "needs-facts");
                json.put("missing", missing.stream().map(this::missing).toList());
                json.put("nearMisses", misses.stream().map(this::near).toList());
            }
            case OutOfScope out -> {
                json.put("verdict", "out-of-scope");
                json.put("reason", out.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        if (matched.conditions() != null) {
            json.put("rows", ConditionTable.json(matched.conditions().tables().getLast()));
        }
        return json;
    }

    private Map<String, Object> missing(MissingFact fact) {
        return Map.of(
                "fact",
                fact.name(),
                "holder",
                fact.holder(),
                "source",
                fact.source(),
                "said",
                language.say(fact.zh(), fact.en()));
    }

    private Map<String, Object> near(NearMiss miss) {
        return Map.of("row", miss.row(), "missing", miss.missing(), "said", language.say(miss.zh(), miss.en()));
    }
}
