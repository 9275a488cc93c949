package org.diaodu.policy.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.Parameter;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.Terms;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NeedsFacts;
import org.diaodu.policy.match.Verdict.NotEntitled;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.diaodu.policy.match.Verdict.Reason;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.rules.reasons.Explanation;
import org.diaodu.rules.reasons.NearMiss;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.HitPolicy;

/** One clause for one subject at a time, with the reasons. Immutable, and safe for many threads at once. */
public final class OneMatch {

    static final String REGION = "地区";

    private final PolicyClause clause;
    private final Map<String, Parameter> parameters;
    private final CaseRule eligibility;
    private final @Nullable CaseRule amount;
    private final HitPolicy policy;
    private final Set<String> formula;

    private OneMatch(PolicyClause clause, Map<String, Parameter> parameters) {
        this.clause = clause;
        this.parameters = parameters;
        this.eligibility = CaseRule.of(clause.model(), PolicyClause.ELIGIBILITY);
        this.amount = clause.unit() == null ? null : CaseRule.of(clause.model(), PolicyClause.AMOUNT);
        this.policy = ConditionsTable.policy(clause);
        this.formula = clause.unit() == null ? Set.of() : ConditionsTable.formula(clause);
    }

    public static OneMatch of(PolicyClause clause, PolicyBook book) {
        return new OneMatch(clause, book.parameters());
    }

    /**
     * What the clause says to the subject on this day.
     *
     * @throws PolicyFault {@code policy.region} where its region is none; {@code policy.value} where a fact has a value its
     *     type does not allow; {@code policy.amount} where the amount is negative, over 100 billion yuan, or cannot be
     *     computed although all it needs is known
     */
    public Matched match(Subject subject, LocalDate day) {
        OutOfScope out = outOfScope(subject, day);
        if (out != null) {
            return new Matched(clause, out, null);
        }
        Given given = given(subject);
        Explanation conditions = eligibility.explain(given.facts);
        if (conditions.answer().failed() || conditions.tables().isEmpty()) {
            throw fault(
                    "policy.value",
                    "资格无法判断：" + String.join("；", conditions.answer().faults()) + "。建议：核对所给的值。",
                    "the conditions cannot be judged: "
                            + String.join("; ", conditions.answer().faults()) + ". Maybe check the values given.",
                    given.facts);
        }
        return new Matched(clause, verdict(subject, given, conditions), conditions);
    }

    private Verdict verdict(Subject subject, Given given, Explanation conditions) {
        OpenRows rows = OpenRows.of(conditions.tables().getLast(), policy);
        List<MissingFact> missing = new ArrayList<>();
        if (rows.undecided()) {
            rows.missing().forEach(name -> missing.addAll(given.missing(name)));
        } else if (!rows.entitled()) {
            return new NotEntitled(near(rows, false), false);
        }
        if (subject.region() == null && !clause.terms().regions().isEmpty()) {
            missing.addFirst(MissingFact.REGION);
        }
        if (!missing.isEmpty()) {
            return new NeedsFacts(missing.stream().distinct().toList(), near(rows, true));
        }
        Object grade = conditions.answer().value();
        return due(given, grade instanceof String text ? text : null);
    }

    private Verdict due(Given given, @Nullable String grade) {
        if (amount == null || clause.unit() == null) {
            return new Entitled(null, grade);
        }
        Answer answer = amount.answer(given.facts);
        if (!(answer.value() instanceof BigDecimal number)) {
            List<MissingFact> missing = new ArrayList<>();
            for (String name : formula) {
                if (given.facts.get(name) == null) {
                    missing.addAll(given.missing(name));
                }
            }
            if (missing.isEmpty()) {
                throw fault(
                        "policy.amount",
                        "符合条件，而金额算不出来" + reasons(answer) + "。建议：核对公式是否除以零、是否漏了一种情形。",
                        "the conditions hold and the amount cannot be computed" + reasons(answer)
                                + ". Maybe the formula divides by zero or leaves out a case.",
                        given.facts);
            }
            return new NeedsFacts(missing.stream().distinct().toList(), List.of());
        }
        if (number.signum() < 0) {
            throw fault(
                    "policy.amount",
                    "金额是负数 " + number.toPlainString() + "，不予支付。建议：核对基数和公式。",
                    "the amount is negative, " + number.toPlainString()
                            + ", and is not paid. Maybe check the base and the formula.",
                    given.facts);
        }
        BigDecimal yuan = number.multiply(clause.unit().inYuan()).setScale(2, RoundingMode.HALF_UP);
        if (yuan.movePointRight(2).compareTo(BigDecimal.valueOf(Candidate.MOST)) > 0) {
            throw fault(
                    "policy.amount",
                    "金额是 " + yuan.toPlainString() + " 元，超过 1000 亿元，不予支付。建议：核对基数的单位和比例。",
                    "the amount is " + yuan.toPlainString()
                            + " yuan, over 100 billion, and is not paid. Maybe check the unit of the base and the rate.",
                    given.facts);
        }
        return yuan.signum() == 0 ? new NotEntitled(List.of(), true) : new Entitled(yuan, grade);
    }

    private static String reasons(Answer answer) {
        return answer.failed() ? " (" + String.join("; ", answer.faults()) + ")" : "";
    }

    /** Rows that would entitle: those still possible, or all. */
    private static List<NearMiss> near(OpenRows rows, boolean possibleOnly) {
        List<Integer> asked = (possibleOnly ? rows.possible() : rows.table().rows())
                .stream().filter(OpenRows::gives).map(Explanation.Row::number).toList();
        return rows.table().nearMisses().stream()
                .filter(miss -> asked.contains(miss.row()))
                .toList();
    }

    // --- scope

    private @Nullable OutOfScope outOfScope(Subject subject, LocalDate day) {
        Terms terms = clause.terms();
        LocalDate from = clause.text().validFrom();
        LocalDate to = clause.text().validTo();
        if (subject.kind() != terms.subject()) {
            return new OutOfScope(
                    Reason.OTHER_KIND,
                    "条款针对" + terms.subject().zh() + "，这里是" + subject.kind().zh(),
                    "the clause is for a " + terms.subject().en() + ", this is a "
                            + subject.kind().en());
        }
        if (day.isBefore(from)) {
            return new OutOfScope(Reason.NOT_YET, from + " 起才有效", "it holds from " + from + " on");
        }
        if (!clause.version().holds(day, Instant.MAX)) {
            return new OutOfScope(Reason.NO_LONGER, to + " 起不再有效", "it holds no longer from " + to + " on");
        }
        String code = subject.region();
        if (code == null || terms.regions().isEmpty()) {
            return null;
        }
        Region region = Regions.bundled().find(code);
        if (region == null) {
            throw new PolicyFault(
                    "policy.region",
                    Place.of(REGION),
                    "没有行政区划代码“" + code + "”。建议：写六位 GB/T 2260 代码，如 230100。",
                    "there is no region \"" + code + "\". Maybe write six digits of GB/T 2260, as 230100.");
        }
        return terms.regions().stream().anyMatch(area -> Regions.bundled().isWithin(code, area))
                ? null
                : new OutOfScope(
                        Reason.OTHER_REGION,
                        "条款适用于 " + String.join("、", terms.regions()) + "，" + region.name() + "不在其中",
                        "the clause is for " + String.join(", ", terms.regions()) + ", and " + region.name()
                                + " is not in it");
    }

    // --- facts

    /** The facts with the figures of the book for their days. */
    private Given given(Subject subject) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        Map<String, MissingFact> unknown = new LinkedHashMap<>();
        clause.terms().facts().forEach((name, fact) -> {
            switch (fact) {
                case Fact.Held(String holder, String source) -> {
                    facts.put(name, subject.facts().get(name));
                    unknown.put(name, new MissingFact(name, holder, source, "", ""));
                }
                case Fact.Dated(String parameter, String dayFact) -> {
                    Object day = subject.facts().get(dayFact);
                    BigDecimal value = day instanceof LocalDate date
                            ? Objects.requireNonNull(parameters.get(parameter)).on(date)
                            : null;
                    facts.put(name, value);
                    unknown.put(
                            name,
                            day == null
                                    ? new MissingFact(
                                            name, "", parameter, "要先知道" + dayFact, dayFact + " is needed first")
                                    : new MissingFact(
                                            name,
                                            "",
                                            parameter,
                                            parameter + " 在 " + day + " 没有数值",
                                            parameter + " has no value on " + day));
                }
            }
        });
        return new Given(facts, unknown, clause.terms().facts());
    }

    private record Given(
            Map<String, @Nullable Object> facts, Map<String, MissingFact> unknown, Map<String, Fact> terms) {

        /** The fact itself, or the day it hangs on where that is not known. */
        List<MissingFact> missing(String name) {
            if (terms.get(name) instanceof Fact.Dated(String parameter, String day) && facts.get(day) == null) {
                return List.of(Objects.requireNonNull(unknown.get(day)));
            }
            MissingFact one = unknown.get(name);
            return one == null ? List.of() : List.of(one);
        }
    }

    private PolicyFault fault(String code, String chinese, String english, Map<String, @Nullable Object> facts) {
        return new PolicyFault(code, Place.of(clause.label()), chinese + "所给：" + facts, english + " Given: " + facts);
    }
}
