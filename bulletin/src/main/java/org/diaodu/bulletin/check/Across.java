package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Figures of two documents: a month is the difference of two cumulated amounts, and an amount over that of last year's
 * document is growth only on the same basis, for last year's is restated for this year's set of enterprises.
 */
final class Across {

    private static final double NEAR = 5;

    /** A total with its months. */
    private record Level(Passage passage, Figure figure, Months months, Set<String> parts) {}

    private final List<Level> levels = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    private Across() {}

    static List<Relation> of(List<Passage> passages) {
        Across across = new Across();
        passages.forEach(across::read);
        for (Level later : across.levels) {
            for (Level earlier : across.levels) {
                across.compare(later, earlier);
            }
        }
        return across.relations;
    }

    private void read(Passage passage) {
        for (Carrier carrier : passage.carriers()) {
            Figure level = carrier.figure(Role.LEVEL);
            Months months = Months.of(carrier.period());
            if (level != null
                    && months != null
                    && months.year() > 0
                    && carrier.total() == null
                    && !carrier.label().isEmpty()) {
                levels.add(new Level(passage, level, months, parts(passage, level)));
            }
        }
    }

    private static Set<String> parts(Passage passage, Figure level) {
        return passage.breakdowns().stream()
                .filter(b -> b.total() == level)
                .flatMap(b -> b.parts().stream())
                .map(p -> p.carrier().label())
                .collect(Collectors.toSet());
    }

    private void compare(Level later, Level earlier) {
        if (later == earlier
                || !same(later, earlier)
                || later.months().from() != earlier.months().from()) {
            return;
        }
        boolean sameYear = later.months().year() == earlier.months().year();
        if (sameYear
                && later.months().to() == earlier.months().to() + 1
                && later.months().from() < later.months().to()) {
            month(later, earlier);
        } else if (later.months().year() == earlier.months().year() + 1
                && later.months().to() == earlier.months().to()) {
            growth(later, earlier);
        }
    }

    private static boolean same(Level a, Level b) {
        String one = Names.canonical(a.figure().carrier().label());
        String two = Names.canonical(b.figure().carrier().label());
        boolean sameParts = a.parts().size() >= 2 && a.parts().equals(b.parts());
        return a.figure().unit().equals(b.figure().unit())
                && (one.equals(two) || sameParts && (one.endsWith(two) || two.endsWith(one)));
    }

    private void month(Level later, Level earlier) {
        int months = later.months().to() - later.months().from() + 1;
        double ratio = later.figure().value() / earlier.figure().value();
        if (ratio > 1 && ratio < 1 + 2.0 / (months - 1)) {
            Findings findings = new Findings(later.passage());
            findings.implied(
                    "当月＝累计之差",
                    later.figure().printed().text() + "-"
                            + earlier.figure().printed().text(),
                    Computed.of(
                            v -> v[0] - v[1],
                            later.figure().printed(),
                            earlier.figure().printed()),
                    later.figure().unit(),
                    later.months().to() + "月当月，两次累计间没有修订时成立",
                    later.figure());
            add(findings, earlier);
        }
    }

    private void growth(Level later, Level earlier) {
        Figure printed = later.figure().carrier().figure(Role.GROWTH);
        Computed naive = Computed.of(
                v -> (v[0] / v[1] - 1) * 100,
                later.figure().printed(),
                earlier.figure().printed());
        if (printed != null && Math.abs(naive.value() - printed.value()) <= NEAR) {
            Findings findings = new Findings(later.passage());
            findings.compare(
                    "两年公布数之比",
                    later.figure().printed().text() + "/"
                            + earlier.figure().printed().text() + "-1",
                    naive,
                    printed,
                    Verdict.OTHER_BASIS,
                    "同比用同口径重述的基数，不用上年公布数",
                    later.figure());
            add(findings, earlier);
        }
    }

    /** With the words of the earlier document beside those of the later. */
    private void add(Findings findings, Level earlier) {
        for (Relation found : findings.relations()) {
            List<Evidence> evidence = new ArrayList<>(found.evidence());
            evidence.add(earlier.passage().evidence(earlier.figure()));
            relations.add(new Relation(
                    found.document(),
                    found.name(),
                    found.expression(),
                    found.computed(),
                    found.published(),
                    found.unit(),
                    found.tolerance(),
                    found.verdict(),
                    found.basis(),
                    evidence));
        }
    }
}
