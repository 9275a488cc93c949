package org.diaodu.server.policies.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.policies.KnownSubject;
import org.diaodu.server.policies.clauses.ClauseChecks;
import org.diaodu.server.policies.clauses.ClauseContent;
import org.diaodu.server.policies.clauses.ClauseShelf;
import org.diaodu.server.policies.clauses.ClauseVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * Tries drafts over all enterprises the caller sees, beside the work of the page: one trial for each person, a newer one
 * ends the older. Thread-safe.
 */
@Component
public class Trials {

    private static final long PATIENCE_MILLIS = 400;

    private final ClauseShelf shelf;
    private final ClauseChecks checks;
    private final Population population;
    private final BusinessClock clock;
    private final Map<Long, Running> running = new ConcurrentHashMap<>();

    Trials(ClauseShelf shelf, ClauseChecks checks, Population population, BusinessClock clock) {
        this.shelf = shelf;
        this.checks = checks;
        this.population = population;
        this.clock = clock;
    }

    /**
     * Begins a trial of what the editor holds and waits a moment for it.
     *
     * @param today the version it is set beside, or null
     * @throws PolicyFault of all that is wrong in the content
     */
    public Running of(ClauseVersion draft, ClauseContent content, int rowVersion, @Nullable ClauseVersion today) {
        LocalDate day = clock.today();
        PolicyClause tried = checks.clause(
                draft, new ClauseContent(content.tables(), content.cases(), content.clause(), day), rowVersion);
        PolicyBook book = shelf.book();
        PolicyClause other = today == null ? null : shelf.clause(today);
        Tally tally = new Tally(
                OneMatch.of(tried, book),
                other == null ? null : OneMatch.of(other, book),
                other == null ? null : other.text().validFrom(),
                day,
                tried.unit() != null);
        Running one = new Running();
        Running before = running.put(Callers.current().userId(), one);
        if (before != null) {
            before.end();
        }
        Thread.ofVirtual()
                .name("policy-trial")
                .start(new DelegatingSecurityContextRunnable(() -> run(one, tally, day)));
        return waited(one);
    }

    /** The trial the caller began last, after another moment; null where there is none. */
    public @Nullable Running current() {
        Running one = running.get(Callers.current().userId());
        return one == null ? null : waited(one);
    }

    private static Running waited(Running one) {
        try {
            one.result().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            // the page asks again, or is told what went wrong
        }
        return one;
    }

    private void run(Running one, Tally tally, LocalDate day) {
        try {
            List<List<Long>> parts = population.parts(day);
            one.begin(parts.stream().mapToInt(List::size).sum());
            for (List<Long> part : parts) {
                List<KnownSubject> subjects = population.of(part, day);
                for (KnownSubject subject : subjects) {
                    tally.add(subject);
                }
                if (!one.went(part.size())) {
                    return;
                }
            }
            one.result().complete(tally.done());
        } catch (RuntimeException e) {
            one.result().completeExceptionally(e);
        }
    }
}
