package org.diaodu.server.policies.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.AskedFact;
import org.diaodu.policy.book.Delivery;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.MissingFact;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NeedsFacts;
import org.diaodu.policy.match.Verdict.NotEntitled;
import org.diaodu.policy.stacking.Outcome;
import org.diaodu.policy.whatif.Reach;
import org.diaodu.policy.words.BundleWords;
import org.diaodu.policy.words.Gap;
import org.diaodu.policy.words.PlainWords;
import org.diaodu.policy.words.Quantity;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.reasons.NearMiss;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.offer.Judged;
import org.diaodu.server.policies.offer.Judgement;
import org.diaodu.server.policies.web.OfferView.Card;
import org.diaodu.server.policies.web.OfferView.Line;
import org.diaodu.server.policies.web.OfferView.Needed;
import org.jspecify.annotations.Nullable;

/** Puts a judgement and what became of earlier ones into the words of the enterprise's page. */
final class OfferReading {

    /** Who holds what only the enterprise itself knows. */
    private static final String ENTERPRISE = "企业";

    private final Judgement judgement;
    private final List<Judged> coming;
    private final List<Entitlement> entitlements;
    private final PageContext page;
    private final Language language;
    private final Quantity quantity;
    private final BundleWords bundleWords;

    OfferReading(Judgement judgement, List<Judged> coming, List<Entitlement> entitlements, PageContext page) {
        this.judgement = judgement;
        this.coming = coming;
        this.entitlements = entitlements.stream()
                .filter(one -> !(one.state() instanceof EntitlementState.Lapsed))
                .toList();
        this.page = page;
        this.language = language(page);
        this.quantity = new Quantity(language);
        this.bundleWords = new BundleWords(language, id -> title(judgement.clause(id)));
    }

    static Language language(PageContext page) {
        return page.isEnglish() ? Language.EN : Language.ZH;
    }

    OfferView view(boolean own, Typed typed) {
        List<Card> open = new ArrayList<>();
        List<Card> underWay = new ArrayList<>();
        List<Card> received = new ArrayList<>();
        List<Line> givenWay = new ArrayList<>();
        long total = 0;
        for (Entitlement one : entitlements) {
            List<Card> where = switch (one.state()) {
                case EntitlementState.Found _, EntitlementState.Told _, EntitlementState.Declined _ -> open;
                case EntitlementState.Paid _, EntitlementState.Reclaimed _, EntitlementState.Refunded _ -> received;
                default -> underWay;
            };
            where.add(card(one));
            if (where == open && one.dueFen() != null) total += one.dueFen();
        }
        List<Line> others = new ArrayList<>();
        for (Judged one : judgement.entitled()) {
            @Nullable Outcome outcome = judgement.outcome(one);
            if (entitlement(one) != null) continue;
            if (outcome == null) {
                open.add(card(one, null));
                continue;
            }
            switch (outcome) {
                case Outcome.Lost _, Outcome.BaseMissing _, Outcome.AlreadyChosen _ ->
                    givenWay.add(givenWay(one, outcome));
                case Outcome.AlreadyPaid paid -> others.add(line(one, bundleWords.of(paid), ""));
                default -> {
                    open.add(card(one, outcome));
                    total += outcome.paidFen();
                }
            }
        }
        judgement
                .others()
                .forEach(one -> others.add(line(one, new PlainWords(one.matched(), language).sentence(), "")));
        judgement
                .faults()
                .forEach(fault -> others.add(new Line(
                        title(fault.clause()),
                        "",
                        language.say(fault.fault().chinese(), fault.fault().english()),
                        "",
                        fault.clause().text().reference())));
        return new OfferView(
                judgement.enterprise().id().enterprise(),
                judgement.enterprise().name(),
                own,
                total == 0 ? "" : quantity.fen(total),
                open,
                underWay,
                received,
                givenWay,
                judgement.almost().stream().map(this::almost).toList(),
                needed(),
                coming.stream()
                        .filter(one -> !(one.verdict() instanceof NotEntitled))
                        .map(this::coming)
                        .toList(),
                others,
                typed);
    }

    // --- due

    private @Nullable Entitlement entitlement(Judged one) {
        return entitlements.stream()
                .filter(known -> known.clause().equals(one.clause().id())
                        && known.subject().id().equals(one.subject().id())
                        && known.year() == judgement.day().getYear())
                .findFirst()
                .orElse(null);
    }

    private Card card(Entitlement one) {
        PolicyClause clause = judgement.clause(one.clause());
        Long fen = one.grantedFen() == null ? one.dueFen() : one.grantedFen();
        boolean itself = one.subject().name().equals(one.subject().enterpriseName());
        return new Card(
                language == Language.EN && !one.titleEn().isEmpty() ? one.titleEn() : one.title(),
                itself ? "" : one.subject().name(),
                fen == null ? "" : quantity.fen(fen),
                language.say(one.reason().zh(), one.reason().en()),
                how(clause),
                one.doubt(),
                one);
    }

    private Card card(Judged one, @Nullable Outcome outcome) {
        String amount = outcome != null
                ? quantity.fen(outcome.paidFen())
                : one.verdict() instanceof Entitled(BigDecimal yuan, String ignored) && yuan != null
                        ? quantity.yuan(yuan)
                        : "";
        return new Card(
                title(one.clause()),
                part(one),
                amount,
                new PlainWords(one.matched(), language).sentence(),
                how(one.clause()),
                outcome instanceof Outcome.Cut cut ? bundleWords.of(cut) : "",
                null);
    }

    private String how(PolicyClause clause) {
        Integer days = clause.terms().workingDays();
        return clause.terms().delivery() == Delivery.NO_APPLICATION || days == null
                ? page.text("entitlements.how.none")
                : page.text("entitlements.how.quick", days);
    }

    private Line givenWay(Judged one, Outcome outcome) {
        String alone = one.verdict() instanceof Entitled(BigDecimal yuan, String ignored) && yuan != null
                ? page.text("entitlements.alone", quantity.yuan(yuan))
                : "";
        return line(one, bundleWords.of(outcome), alone);
    }

    // --- not due

    private Line almost(Judged one) {
        NotEntitled not = (NotEntitled) one.verdict();
        NearMiss nearest = Gap.almost(not.nearMisses()).getFirst();
        Reach reach = Reach.of(one.by(), one.subject().subject(), nearest, judgement.day());
        BigDecimal amount = reach == null ? null : reach.amount();
        return line(
                one,
                new PlainWords(one.matched(), language).gap(nearest),
                amount == null ? "" : page.text("entitlements.gain", quantity.yuan(amount)));
    }

    private Line coming(Judged one) {
        return line(
                one,
                new PlainWords(one.matched(), language).sentence(),
                page.text("entitlements.from", one.clause().text().validFrom()));
    }

    private Line line(Judged one, String words, String gain) {
        return new Line(
                title(one.clause()), part(one), words, gain, one.clause().text().reference());
    }

    // --- not known

    private List<Needed> needed() {
        Map<String, Needed> needed = new LinkedHashMap<>();
        for (Judged one : judgement.needs()) {
            NeedsFacts verdict = (NeedsFacts) one.verdict();
            for (MissingFact missing : verdict.missing()) {
                AskedFact asked = asked(one.clause(), missing.name());
                if (asked == null) continue; // the region, which the register has to know
                Needed entry = needed.computeIfAbsent(
                        one.subject().key() + " " + missing.name(),
                        key -> new Needed(
                                asked,
                                one.subject().key(),
                                part(one),
                                missing.holder(),
                                missing.source(),
                                new ArrayList<>(),
                                new ArrayList<>(),
                                missing.holder().equals(ENTERPRISE)));
                (verdict.missing().size() == 1 ? entry.last() : entry.more()).add(title(one.clause()));
            }
        }
        return needed.values().stream()
                .sorted(Comparator.comparing((Needed one) -> !one.declarable())
                        .thenComparing(one -> -one.last().size())
                        .thenComparing(one -> -one.more().size()))
                .toList();
    }

    private static @Nullable AskedFact asked(PolicyClause clause, String name) {
        return AskedFact.of(clause).stream()
                .filter(fact -> fact.name().equals(name) && fact.from() instanceof Fact.Held)
                .findFirst()
                .orElse(null);
    }

    private String part(Judged one) {
        return one.part() == null ? "" : one.subject().name();
    }

    private String title(PolicyClause clause) {
        return PlainWords.title(clause, language);
    }
}
