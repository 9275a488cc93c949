package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.MissingFact;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NeedsFacts;
import org.diaodu.policy.match.Verdict.NotEntitled;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.jspecify.annotations.Nullable;

/** One clause for one subject with the driving figure set to any position. */
final class ClauseOverFigure {

    private final PolicyClause clause;
    private final Subject subject;
    private final LocalDate day;
    private final String figure;
    private final @Nullable String parameter;
    private final Scale scale;
    private final PolicyBook book;
    private final OneMatch match;
    private final Map<Long, Benefit> known = new HashMap<>();

    ClauseOverFigure(PolicyClause clause, PolicyBook book, Subject subject, LocalDate day, DrivingFact over) {
        this.clause = clause;
        this.book = book;
        this.subject = subject;
        this.day = day;
        this.figure = over.name();
        this.parameter = over.parameter();
        this.scale = new Scale(over.places());
        this.match = OneMatch.of(clause, book);
    }

    PolicyClause clause() {
        return clause;
    }

    Scale scale() {
        return scale;
    }

    /** What the clause judges by, but for the figure. */
    Map<String, @Nullable Object> facts() {
        return match.facts(subject);
    }

    Map<String, @Nullable Object> subjectFacts(long position) {
        return with(scale.figure(position)).facts();
    }

    Benefit at(long position) {
        return known.computeIfAbsent(position, this::benefit);
    }

    private Benefit benefit(long position) {
        BigDecimal value = scale.figure(position);
        try {
            return said(matchAt(value).match(with(value), day).verdict());
        } catch (PolicyFault fault) {
            if (fault.code().equals("policy.amount") || fault.code().equals("policy.value")) {
                return new Benefit(Shape.REFUSED, Benefit.NOTHING, shortened(fault));
            }
            throw fault;
        }
    }

    private OneMatch matchAt(BigDecimal value) {
        return parameter == null ? match : OneMatch.of(clause, book.withParameter(parameter, value));
    }

    private Subject with(BigDecimal value) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>(subject.facts());
        facts.put(figure, value);
        return new Subject(subject.kind(), subject.region(), facts);
    }

    private static Benefit said(Verdict verdict) {
        return switch (verdict) {
            case Entitled(BigDecimal amount, String ignored) ->
                amount == null ? Benefit.none(Shape.RIGHT) : new Benefit(Shape.FIXED, amount, List.of());
            case NotEntitled not -> Benefit.none(not.nothingDue() ? Shape.BELOW_FLOOR : Shape.NOT_ENTITLED);
            case NeedsFacts needs ->
                new Benefit(
                        Shape.NEEDS_FACTS,
                        Benefit.NOTHING,
                        List.of(
                                String.join(
                                        "、",
                                        needs.missing().stream()
                                                .map(MissingFact::zh)
                                                .toList()),
                                String.join(
                                        ", ",
                                        needs.missing().stream()
                                                .map(MissingFact::en)
                                                .toList())));
            case OutOfScope out ->
                new Benefit(Shape.OUT_OF_SCOPE, Benefit.NOTHING, List.of(out.chinese(), out.english()));
        };
    }

    /** Without the values given, which differ from position to position. */
    private static List<String> shortened(PolicyFault fault) {
        return fault.code().equals("policy.amount")
                ? List.of("金额为负或算不出来，不予支付", "the amount is negative or cannot be computed, and is not paid")
                : List.of("模型不允许这样的值", "the model does not allow such a value");
    }
}
