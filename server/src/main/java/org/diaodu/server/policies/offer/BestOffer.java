package org.diaodu.server.policies.offer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.stacking.BestBundle;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.policy.stacking.Bundle;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.policy.stacking.Claims;
import org.diaodu.policy.stacking.Earlier;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.KnownSubject;
import org.jspecify.annotations.Nullable;

/** The best lawful bundle of what an enterprise is due, beside what it was promised and paid before. */
final class BestOffer {

    private BestOffer() {}

    static Bundle of(
            PolicyBook book, LocalDate day, List<KnownSubject> subjects, List<Judged> all, List<Entitlement> before) {
        List<Candidate> candidates = new ArrayList<>();
        for (Judged one : all) {
            Long fen = fen(one);
            if (fen != null && fen > 0)
                candidates.add(new Candidate(one.clause().id(), one.part(), fen));
        }
        BookLaws laws = BookLaws.of(book, day);
        return BestBundle.of(laws.laws(), new Claims(candidates, earlier(before, day), limits(book, laws, subjects)));
    }

    /** A limit that goes by a fact nobody knows yet cuts nothing here; a run pays nothing under it until it is known. */
    private static Map<String, Long> limits(PolicyBook book, BookLaws laws, List<KnownSubject> subjects) {
        Map<String, Long> limits =
                new HashMap<>(laws.limitsFen(subjects.getFirst().subject().facts()));
        book.stacking().ceilings().forEach((name, ceiling) -> {
            if (ceiling.fact() != null) limits.putIfAbsent(name, Candidate.MOST);
        });
        return limits;
    }

    static @Nullable Long fen(Judged one) {
        return one.verdict() instanceof Entitled(BigDecimal yuan, String ignored) && yuan != null
                ? (Long)
                        yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact()
                : null;
    }

    /** What was approved counts, less what came back; what waits for approval is due still. */
    private static List<Earlier> earlier(List<Entitlement> before, LocalDate day) {
        List<Earlier> earlier = new ArrayList<>();
        for (Entitlement one : before) {
            Long granted = one.grantedFen();
            if (granted == null || !counts(one.state())) continue;
            String code = one.subject().id().code();
            earlier.add(new Earlier(
                    one.clause(),
                    code.isEmpty() ? null : code,
                    granted - one.reclaim().refundedFen(),
                    one.year() == day.getYear()));
        }
        return earlier;
    }

    private static boolean counts(EntitlementState state) {
        return switch (state) {
            case EntitlementState.Approved _, EntitlementState.Paid _, EntitlementState.Reclaimed _ -> true;
            default -> false;
        };
    }
}
