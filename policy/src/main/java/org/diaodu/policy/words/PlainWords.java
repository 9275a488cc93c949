package org.diaodu.policy.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.policy.book.AskedFact;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.Matched;
import org.diaodu.policy.match.MissingFact;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NeedsFacts;
import org.diaodu.policy.match.Verdict.NotEntitled;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.reasons.Explanation;
import org.diaodu.rules.reasons.NearMiss;

/** What a clause says to a subject, in one sentence. */
public final class PlainWords {

    private static final int SHOWN = 6;

    private final Matched matched;
    private final PolicyClause clause;
    private final Language language;
    private final Quantity quantity;

    public PlainWords(Matched matched, Language language) {
        this.matched = matched;
        this.clause = matched.clause();
        this.language = language;
        this.quantity = new Quantity(language);
    }

    /** The title in the language; Chinese where there is no other. */
    public static String title(PolicyClause clause, Language language) {
        return language == Language.ZH || clause.text().titleEn().isEmpty()
                ? clause.text().title()
                : clause.text().titleEn();
    }

    /** The verdict with its reason. */
    public String sentence() {
        return switch (matched.verdict()) {
            case Entitled entitled -> due(entitled);
            case NotEntitled not -> notDue(not);
            case NeedsFacts needs ->
                language.say("还不能判断，要先知道：", "it cannot be told yet, to be known first: ") + missing(needs.missing());
            case OutOfScope out -> language.say("不适用：" + out.chinese(), "it does not apply: " + out.english());
        };
    }

    private String due(Entitled entitled) {
        String why = why();
        BigDecimal amount = entitled.amount();
        String what = amount == null
                ? language.say("可以享受", "you have it")
                : language.say("可得 " + quantity.yuan(amount), "you get " + quantity.yuan(amount));
        String grade = entitled.grade() == null
                ? ""
                : language.say("（" + entitled.grade() + "）", " (" + entitled.grade() + ")");
        return what + grade + (why.isEmpty() ? "" : language.say("：因为" + why, ": because " + why));
    }

    private String notDue(NotEntitled not) {
        if (not.nothingDue()) {
            return language.say("条件都符合，但按公式算下来是 0 元", "all conditions hold, and the formula comes to 0 yuan");
        }
        return not.nearMisses().isEmpty()
                ? language.say("不符合条件", "the conditions do not hold")
                : gap(not.nearMisses().getFirst());
    }

    /** What a row still wants. */
    public String gap(NearMiss miss) {
        return new GapWords(clause, language).of(miss);
    }

    /** What an entitlement rests on, with its grade; of any other verdict, its sentence. */
    public String grounds() {
        if (!(matched.verdict() instanceof Entitled entitled)) {
            return sentence();
        }
        String why = why();
        String held = why.isEmpty() ? language.say("条件都符合", "all conditions hold") : why;
        return entitled.grade() == null
                ? held
                : language.say("“" + entitled.grade() + "”：" + held, "\"" + entitled.grade() + "\": " + held);
    }

    /** The facts that decided for the subject; empty where the verdict rests on none. */
    public String why() {
        if (!(matched.verdict() instanceof Entitled) || matched.conditions() == null) {
            return "";
        }
        Explanation.Table table = matched.conditions().tables().getLast();
        Map<String, String> units = AskedFact.units(clause);
        Set<String> said = new LinkedHashSet<>();
        for (Explanation.Row row : table.rows()) {
            if (!row.matched()) {
                continue;
            }
            for (int at : row.conditions()) {
                Explanation.Column column =
                        table.columns().get(table.conditions().get(at).column());
                if (!(clause.terms().facts().get(column.text()) instanceof Fact.Dated)) {
                    said.add(held(column, units));
                }
            }
        }
        return said.stream().limit(SHOWN).collect(Collectors.joining(language.say("，", ", ")));
    }

    private String held(Explanation.Column column, Map<String, String> units) {
        String of = column.text();
        return switch (column.value()) {
            case Boolean truth -> truth ? of : language.say("没有“" + of + "”", "not \"" + of + "\"");
            case BigDecimal number -> of + " " + quantity.of(number, units.getOrDefault(of, ""));
            case String text -> language.say(of + "为" + text, of + " is " + text);
            case null -> language.say(of + "不妨碍", of + " does not matter");
            default -> of + " " + column.value();
        };
    }

    /** Facts with who holds them. */
    public String missing(List<MissingFact> facts) {
        List<String> said = new ArrayList<>();
        for (MissingFact fact : facts) {
            said.add(language.say(fact.zh(), fact.en()));
        }
        return said.stream().limit(SHOWN).collect(Collectors.joining(language.say("、", ", ")))
                + (said.size() > SHOWN
                        ? language.say(" 等 " + said.size() + " 项", " and " + (said.size() - SHOWN) + " more")
                        : "");
    }

    /** The word for a verdict that programs read: entitled, not-entitled, needs-facts, out-of-scope. */
    public static String code(Verdict verdict) {
        return switch (verdict) {
            case Entitled ignored -> "entitled";
            case NotEntitled ignored -> "not-entitled";
            case NeedsFacts ignored -> "needs-facts";
            case OutOfScope ignored -> "out-of-scope";
        };
    }
}
